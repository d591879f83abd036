//! Markdown for GitHub: text of a timeline stands in it as text, never as markup. The list is a table.

use std::io::{self, Write};

use super::list::Listing;
use super::list_text::{
    DISPUTED, DISPUTED_MEANS, INFERRED, INFERRED_MEANS, ONE_MOUTH, alone_words,
};
use super::row::Row;
use crate::text::SafeText;

/// Every event of a view as a table, and below it what its marks mean.
pub(super) fn list(listing: &Listing, out: &mut dyn Write) -> io::Result<()> {
    list_head(out)?;
    let (mut inferred, mut disputed) = (false, false);
    for row in listing.rows() {
        inferred |= row.inferred;
        disputed |= row.disputed;
        list_row(&row, out)?;
    }
    meanings(inferred, disputed, alone_words(listing).as_deref(), out)
}

/// The head of the table.
pub(super) fn list_head(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| # | Date | EDTF | Status | Event | Actors | Place | Rests on | Sentences | Id |"
    )?;
    writeln!(
        out,
        "|--:|------|------|--------|-------|--------|-------|----------|----------:|----|"
    )
}

/// One event.
pub(super) fn list_row(row: &Row, out: &mut dyn Write) -> io::Result<()> {
    let date = escape(row.date_words.as_deref().unwrap_or("no date"));
    let mark = if row.inferred {
        escape(INFERRED)
    } else {
        String::new()
    };
    let differs = if row.disputed {
        format!("{DISPUTED} ")
    } else {
        String::new()
    };
    let alone = match row.only_mouth {
        Some(_) => format!("{ONE_MOUTH} "),
        None => String::new(),
    };
    writeln!(
        out,
        "| {} | {date}{mark} | {} | {} | {differs}{} | {} | {} | {alone}{} | {} | {} |",
        row.number,
        escape(row.date.unwrap_or_default()),
        row.status,
        escape(row.title),
        escape(&row.names(", ")),
        escape(row.place_name.unwrap_or_default()),
        escape(&row.mouths.join(", ")),
        row.sentences,
        escape(row.id),
    )
}

/// What the marks mean that were used.
pub(super) fn meanings(
    inferred: bool,
    disputed: bool,
    alone: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if inferred {
        writeln!(out, "\n{}", escape(INFERRED_MEANS))?;
    }
    if disputed {
        writeln!(out, "\n{}", escape(DISPUTED_MEANS))?;
    }
    if let Some(alone) = alone {
        writeln!(out, "\n{}", escape(alone))?;
    }
    Ok(())
}

/// Safe text in which every character that Markdown could take for markup stands behind a backslash.
pub(super) fn escape(text: &str) -> String {
    let safe = SafeText::in_utf8(text);
    let mut escaped = String::with_capacity(safe.as_str().len());
    let mut letters = safe.as_str().chars().peekable();
    let mut last_letters = String::new();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let is_markup = match letter {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '$' | '@' => {
                true
            }
            // GitHub makes links of bare addresses.
            ':' => next == Some('/'),
            '.' => last_letters.eq_ignore_ascii_case("www"),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(letter);
        if letter.is_alphanumeric() {
            last_letters.push(letter);
        } else {
            last_letters.clear();
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_become_a_cell_a_link_or_html() {
        assert_eq!(escape("a|b"), r"a\|b");
        assert_eq!(
            escape("[x](y) <b> &lt; `c` *d* _e_"),
            r"\[x\](y) \<b\> \&lt; \`c\` \*d\* \_e\_"
        );
        assert_eq!(escape("https://a.id www.b.id"), r"https\://a.id www\.b.id");
        assert_eq!(
            escape("pukul 10:00 di St. Petersburg"),
            "pukul 10:00 di St. Petersburg"
        );
        assert!(!escape("satu\ndua\r\u{1b}[0m").contains(['\n', '\r', '\u{1b}']));
    }
}
