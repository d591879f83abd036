//! Tab-separated values, verbatim: what would break a row or act on a terminal is a backslash escape, so that every cell can
//! be read back letter for letter. Which characters act is decided in `format`.

use std::fmt::Write as _;
use std::io::Write;

use super::dossier::Dossier;
use super::json::unwritable;
use super::list::Listing;
use super::outcome::Failure;
use super::row::Row;
use crate::format::{must_escape, to_json_string};

/// The columns of a list. `titles` and `actors` hold JSON; `actor_names` repeats the names for people.
const LIST: [&str; 22] = [
    "number",
    "id",
    "date",
    "date_words",
    "earliest",
    "latest",
    "inferred",
    "status",
    "review",
    "main",
    "kind",
    "title",
    "titles",
    "actors",
    "actor_names",
    "place",
    "place_name",
    "sentences",
    "disputed",
    "mouths",
    "only_mouth",
    "denied_by",
];

/// The columns of events' words: one row for each anchor.
const SHOW: [&str; 14] = [
    "event",
    "title",
    "claim",
    "attribution",
    "mouth",
    "stance",
    "date",
    "role",
    "speaker",
    "source",
    "start",
    "end",
    "found",
    "exact",
];

/// Every event of a view, one a row.
pub(super) fn list(listing: &Listing, out: &mut dyn Write) -> Result<(), Failure> {
    list_head(out)?;
    listing.rows().try_for_each(|event| list_row(&event, out))
}

/// The names of a list's columns.
pub(super) fn list_head(out: &mut dyn Write) -> Result<(), Failure> {
    row(out, LIST.map(str::to_owned))
}

/// One event of a list.
pub(super) fn list_row(event: &Row, out: &mut dyn Write) -> Result<(), Failure> {
    let titles = to_json_string(&event.titles, false).map_err(unwritable)?;
    let actors = to_json_string(&event.actors, false).map_err(unwritable)?;
    let names = event.names("; ");
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    row(
        out,
        [
            event.number.to_string(),
            event.id.to_owned(),
            text(event.date),
            event.date_words.clone().unwrap_or_default(),
            event.earliest.clone().unwrap_or_default(),
            event.latest.clone().unwrap_or_default(),
            event.inferred.to_string(),
            event.status.to_owned(),
            event.review.to_owned(),
            event.main.to_string(),
            text(event.kind),
            event.title.to_owned(),
            titles,
            actors,
            names,
            text(event.place),
            text(event.place_name),
            event.sentences.to_string(),
            event.disputed.to_string(),
            event.mouths.join("; "),
            text(event.only_mouth.as_deref()),
            event.denied_by.join("; "),
        ],
    )
}

/// The words of events, one anchor a row.
pub(super) fn show<'a>(
    mut dossiers: impl Iterator<Item = Dossier<'a>>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    row(out, SHOW.map(str::to_owned))?;
    dossiers.try_for_each(|dossier| words(&dossier, out))
}

/// The words of one event. A claim without words has one row of its own.
fn words(dossier: &Dossier, out: &mut dyn Write) -> Result<(), Failure> {
    let number = |value: Option<usize>| value.map_or_else(String::new, |value| value.to_string());
    for (place, claim) in (1..).zip(&dossier.claims) {
        let claim_cells = |rest: [String; 7]| {
            let own: [String; 7] = [
                dossier.row.id.to_owned(),
                dossier.row.title.to_owned(),
                usize::to_string(&place),
                claim.attribution.clone(),
                claim.mouth.as_deref().unwrap_or_default().to_owned(),
                claim.stance.to_owned(),
                claim.date.unwrap_or_default().to_owned(),
            ];
            own.into_iter().chain(rest)
        };
        if claim.words.is_empty() {
            let mut rest: [String; 7] = Default::default();
            claim.source.clone_into(&mut rest[2]);
            row(out, claim_cells(rest))?;
        }
        for words in &claim.words {
            row(
                out,
                claim_cells([
                    words.role.to_owned(),
                    words.speaker.unwrap_or_default().to_owned(),
                    words.source.to_owned(),
                    number(words.start),
                    number(words.end),
                    words.found.to_owned(),
                    words.exact.to_owned(),
                ]),
            )?;
        }
    }
    Ok(())
}

/// One row.
pub(super) fn row(
    out: &mut dyn Write,
    cells: impl IntoIterator<Item = String>,
) -> Result<(), Failure> {
    let cells: Vec<String> = cells.into_iter().map(|cell| escape(&cell)).collect();
    Ok(writeln!(out, "{}", cells.join("\t"))?)
}

/// A cell: `\t`, `\n`, `\r`, `\\`, and `\u{…}` for every other character that acts or hides.
fn escape(cell: &str) -> String {
    let mut escaped = String::with_capacity(cell.len());
    for letter in cell.chars() {
        match letter {
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\\' => escaped.push_str("\\\\"),
            letter if must_escape(letter) => {
                // A String takes every write.
                let _ = write!(escaped, "\\u{{{:x}}}", u32::from(letter));
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
