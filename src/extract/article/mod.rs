//! An article as it was received, made into the text that is stored and what the file itself says of it. What the text says is
//! in the rooms beside this one; reading files and standard input is in `format`.

mod decode;
mod depth;
mod html;
mod json_ld;
mod markdown;
mod metadata;
#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};

use crate::model::{Day, Fault, FaultKind};
use crate::text::{empty_file, strip_bom};
use metadata::Metadata;

/// Largest article that is read, in bytes.
pub const MAX_ARTICLE_BYTES: usize = 64 << 20;

/// How an article was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArticleKind {
    /// Text as it is.
    Plain,
    /// Text with Markdown's marks, which stay in the stored text, and perhaps front matter.
    Markdown,
    /// A page, of which only the article's text is stored.
    Html,
}

/// An article as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The stored text, in UTF-8: of a page one paragraph a line, headline first; otherwise verbatim.
    pub text: String,
    /// The headline, where the file names it apart from the text.
    pub title: Option<String>,
    /// The outlet, likewise.
    pub publisher: Option<String>,
    /// The writers, likewise.
    pub author: Option<String>,
    /// The day of publication, EDTF level 0, likewise.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// SHA-256 of the bytes as received, in lower-case hexadecimals; only where they are not the bytes of the stored text.
    pub original_sha256: Option<String>,
    /// How it was written down.
    pub kind: ArticleKind,
}

/// Reads an article. `name` is the file's name; its extension decides between text and Markdown, and a page is also known by
/// its content. Nothing is fetched.
///
/// UTF-8 is read as it is, UTF-16 by its byte order mark, anything else as the encoding that a page declares or as
/// Windows-1252. A byte order mark is not stored.
///
/// # Errors
///
/// One fault for binary data, an empty file, one above [`MAX_ARTICLE_BYTES`], and a page that is too large, too deeply nested
/// or without an article's text.
pub fn read_article(bytes: &[u8], name: &str) -> Result<Article, Fault> {
    if bytes.len() > MAX_ARTICLE_BYTES {
        let cause = format!("larger than {} MiB", MAX_ARTICLE_BYTES >> 20);
        return Err(Fault::new(
            FaultKind::Io,
            name,
            cause,
            "split it into smaller files",
        ));
    }
    let decoded = decode::decode(bytes, name)?;
    let text = strip_bom(&decoded);
    let kind = kind_of(text, name);
    let (text, metadata) = match kind {
        ArticleKind::Html => html::read(text, name)?,
        ArticleKind::Markdown => (text.to_owned(), markdown::front_matter(text)),
        ArticleKind::Plain => (text.to_owned(), Metadata::default()),
    };
    if text.trim().is_empty() {
        return Err(empty_file(name));
    }
    let changed = text.as_bytes() != bytes;
    Ok(Article {
        title: metadata.title,
        publisher: metadata.publisher,
        author: metadata.author,
        published: metadata.published.as_deref().and_then(day_of),
        url: metadata.url,
        language: metadata.language,
        original_sha256: changed.then(|| format!("{:x}", Sha256::digest(bytes))),
        kind,
        text,
    })
}

fn kind_of(text: &str, name: &str) -> ArticleKind {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("html" | "htm" | "xhtml") => ArticleKind::Html,
        _ if is_page(text) => ArticleKind::Html,
        Some("md" | "markdown" | "mdown") => ArticleKind::Markdown,
        _ => ArticleKind::Plain,
    }
}

/// Whether a text begins as pages do.
fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(600).collect();
    let head = head.to_ascii_lowercase();
    let declared = |head: &str| head.starts_with("<!doctype html") || head.starts_with("<html");
    declared(&head)
        || (head.starts_with("<head") || head.starts_with("<body"))
        || ((head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html"))
}

/// The day at the head of an ISO 8601 date and time, as EDTF. The clock of the place counts as it is written.
fn day_of(date: &str) -> Option<String> {
    let date = date.trim();
    let day = date.get(..10)?.replace('/', "-");
    let mut parts = day.split('-');
    let (year, month, day_of_month) = (parts.next()?, parts.next()?, parts.next()?);
    let apart = date
        .get(10..)?
        .chars()
        .next()
        .is_none_or(|c| !c.is_ascii_digit());
    let valid = year.len() == 4
        && apart
        && Day::from_ymd(
            year.parse().ok()?,
            month.parse().ok()?,
            day_of_month.parse().ok()?,
        )
        .is_some();
    valid.then_some(day)
}
