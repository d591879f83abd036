//! How deeply a page is nested, told before it is parsed: a parser's tree may be walked by recursion, and a tree of a hundred
//! thousand levels would end the program; likewise elements with ever so many attributes. An upper estimate; what the page says is not read.

use std::collections::HashMap;

/// Elements that hold nothing or that the next one of their kind closes: they may stay open without nesting.
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li",
    "link", "meta", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track", "wbr", "html", "head", "body",
];

/// Most attributes of one element: a parser compares each with all the others.
const MOST_ATTRIBUTES: usize = 4_000;

/// Elements whose inside is no markup.
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "noscript", "template", "iframe", "xmp", "noembed",
    "noframes",
];

/// How deep the elements of a page may nest; counting ends above `limit`.
pub(super) fn depth(page: &str, limit: usize) -> usize {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut now, mut deepest) = (0_usize, 0_usize);
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment
                .find("-->")
                .and_then(|end| comment.get(end + 3..))
                .unwrap_or_default();
            continue;
        }
        let closes = rest.starts_with('/');
        let name: String = rest
            .trim_start_matches('/')
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .take(24)
            .collect();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (attributes, end) = tag(rest);
        if attributes > MOST_ATTRIBUTES {
            return limit + 1;
        }
        rest = rest.get(end..).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if !closes && RAW.contains(&name.as_str()) && name != "noscript" && name != "template" {
            rest = behind_end_tag(rest, &name);
            continue;
        }
        if SHALLOW.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
        if closes && *count > 0 {
            *count -= 1;
            now -= 1;
        } else if !closes {
            *count += 1;
            now += 1;
            deepest = deepest.max(now);
            if deepest > limit {
                return deepest;
            }
        }
    }
    deepest
}

/// How many attributes a tag has at most, and the byte behind its `>`.
fn tag(rest: &str) -> (usize, usize) {
    let (mut attributes, mut quote, mut before) = (0, None, b' ');
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(mark), _) if byte == mark => {
                quote = None;
                attributes += 1;
            }
            (Some(_), _) => {}
            (None, b'>') => return (attributes, at + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b' ' | b'\t' | b'\n' | b'\r' | b'/') => {
                attributes += 1;
                continue;
            }
            _ => {}
        }
        before = byte;
    }
    (attributes, rest.len())
}

/// What follows the end tag of an element without markup; nothing if it never ends.
fn behind_end_tag<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|tail| tail.find("</")) {
        let start = at + found + 2;
        let end = start + name.len();
        if rest
            .get(start..end)
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
        {
            return rest.get(end..).unwrap_or_default();
        }
        at = start;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_open_counts_and_what_closes_does_not() {
        assert_eq!(
            depth("<div><p>a<p>b<br><ul><li>c<li>d</ul></div><div></div>", 99),
            2
        );
        assert_eq!(
            depth("<script>'<div><div>'</script><!-- <div> --><b>", 99),
            1
        );
        assert_eq!(depth(&"<div>".repeat(50), 20), 21);
        assert_eq!(depth(&"<div></b>".repeat(9), 20), 9);
        assert_eq!(depth("a < b <3 </", 20), 0);
        assert_eq!(depth("<div title='<div><div>'></div>", 20), 1);
        assert_eq!(depth(&format!("<div {}>", "a ".repeat(9_000)), 20), 21);
    }
}
