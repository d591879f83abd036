//! A page's article: its text, one paragraph a line, and what the page says of it. Bounded in size and depth before anything
//! is parsed; nothing is fetched.

use dom_smoothie::{Config, Readability, TextMode};

use super::depth::depth;
use super::json_ld;
use super::metadata::{Metadata, one_line};
use crate::model::{Fault, FaultKind};

/// Largest page, in bytes.
const MAX_PAGE: usize = 8 << 20;

/// Deepest nesting of elements; pages of news stay below 60.
const MAX_DEPTH: usize = 256;

/// Most elements of a page.
const MAX_ELEMENTS: usize = 200_000;

/// Shortest text, in code points, that can be an article.
const SHORTEST: usize = 40;

const MEND: &str = "save the article's text alone and open that file";

pub(super) fn read(page: &str, name: &str) -> Result<(String, Metadata), Fault> {
    let refuse = |cause: String| Fault::new(FaultKind::Syntax, name, cause, MEND);
    if page.len() > MAX_PAGE {
        return Err(refuse(format!("a page larger than {} MiB", MAX_PAGE >> 20)));
    }
    if depth(page, MAX_DEPTH) > MAX_DEPTH || page.matches(['<', '&']).count() > 2 * MAX_ELEMENTS {
        return Err(refuse(format!(
            "a page of more than {MAX_ELEMENTS} elements and character references, or nested more than {MAX_DEPTH} deep"
        )));
    }
    let config = Config {
        max_elements_to_parse: MAX_ELEMENTS,
        disable_json_ld: true,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let nothing = || refuse("no article was found in this page".to_owned());
    let mut readability = Readability::new(page, None, Some(config)).map_err(|_| nothing())?;
    let metadata = metadata(&readability);
    let plain = paragraphs(&readability);
    let read = readability.parse().ok();
    let found = read
        .as_ref()
        .map(|article| lines(&article.text_content))
        .unwrap_or_default();
    let body = match found.chars().count() < SHORTEST {
        true => plain,
        false => found,
    };
    if body.chars().count() < SHORTEST {
        return Err(nothing());
    }
    let first = body.lines().next().unwrap_or_default();
    let text = match &metadata.title {
        Some(title) if first != title => format!("{title}\n{body}\n"),
        _ => format!("{body}\n"),
    };
    Ok((text, metadata))
}

/// Every line that is not blank, without the white space of the markup.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().filter_map(one_line).collect();
    lines.join("\n")
}

/// All paragraphs of the page, for pages in which no part stands out as the article.
fn paragraphs(page: &Readability) -> String {
    let found = page.doc.select("p");
    let texts: Vec<String> = found
        .nodes()
        .iter()
        .filter_map(|node| one_line(&node.text()))
        .collect();
    texts.join("\n")
}

/// JSON-LD first, then OpenGraph and `meta`, then what stands in the page.
fn metadata(page: &Readability) -> Metadata {
    let doc = &page.doc;
    let mut linked = Metadata::default();
    for script in doc.select("script[type='application/ld+json']").nodes() {
        linked = linked.or(json_ld::article(&script.text()));
    }
    let mut declared = Metadata::default();
    for meta in doc.select("meta[content]").nodes() {
        let key = ["property", "name", "itemprop", "http-equiv"]
            .into_iter()
            .find_map(|attribute| meta.attr(attribute));
        if let (Some(key), Some(value)) = (key, meta.attr("content")) {
            declared.take(&key, &value);
        }
    }
    let first = |selector: &str, attribute: &str| {
        let found = doc.select(selector);
        let node = found.nodes().first()?;
        match attribute {
            "" => one_line(&node.text()),
            _ => one_line(&node.attr(attribute)?),
        }
    };
    let shown = Metadata {
        title: first("article h1", "")
            .or_else(|| first("h1", ""))
            .or_else(|| first("title", "")),
        author: first("[rel=author]", ""),
        published: first("article time[datetime]", "datetime")
            .or_else(|| first("time[datetime]", "datetime")),
        url: first("link[rel=canonical]", "href"),
        language: first("html[lang]", "lang"),
        publisher: None,
    };
    let mut all = linked.or(declared).or(shown);
    all.language = all.language.and_then(|tag| language_tag(&tag));
    all
}

/// Language and region of a declared language, as BCP 47 has them. `id-ID`, `id_ID` and `Indonesian` are all in use; the last
/// is no tag.
fn language_tag(declared: &str) -> Option<String> {
    let mut parts = declared.trim().split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    (language.len() == 2 || language.len() == 3).then_some(())?;
    Some(match parts.next_back().filter(|region| region.len() == 2) {
        Some(region) => format!("{language}-{}", region.to_ascii_uppercase()),
        None => language,
    })
}
