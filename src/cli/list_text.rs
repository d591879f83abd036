//! The plain list for people: one line an event, without colour, never cut.

use std::borrow::Cow;
use std::io::{self, Write};

use super::list::Listing;
use super::row::{Row, count};
use super::titles::title_in;
use crate::model::{Date, Event, Review, Status, short_phrase};
use crate::store::{EventIx, Store};
use crate::text::{SafeText, width};

/// Marks a date that rests on a publication date the text does not state.
pub(super) const INFERRED: &str = "*";

/// Marks an event whose claims give dates that differ.
pub(super) const DISPUTED: &str = "≠";

/// Marks an event that rests on one mouth only.
pub(super) const ONE_MOUTH: &str = "①";

/// What [`INFERRED`] means.
pub(super) const INFERRED_MEANS: &str =
    "* this date rests on a publication date that the text does not state";

/// What [`DISPUTED`] means.
pub(super) const DISPUTED_MEANS: &str = "≠ the claims give it dates that differ";

/// What the mark of `store::DOUBT` before a name means.
const DOUBTFUL_MEANS: &str =
    "! this name mixes scripts or looks like another actor's: see show, or check";

/// The columns of one line that are aligned.
struct Cells {
    number: String,
    date: String,
    status: String,
    mark: &'static str,
    alone: &'static str,
}

impl Cells {
    fn new(store: &Store, event: EventIx) -> Self {
        let date = store
            .date(event)
            .map_or_else(|| "no date".to_owned(), |date| short_phrase(&date));
        let inferred = if store.rests_on_inferred(event) {
            INFERRED
        } else {
            ""
        };
        let event_words = store.event_in_memory(event).map(status_words);
        Self {
            number: store.number(event).to_string(),
            date: format!("{date}{inferred}"),
            status: event_words.unwrap_or_default(),
            mark: if store.is_disputed(event) {
                DISPUTED
            } else {
                ""
            },
            alone: match store.rests(event).only() {
                Some(_) => ONE_MOUTH,
                None => "",
            },
        }
    }
}

/// The status where it is not that it happened, and that a person has turned the event down.
fn status_words(event: &Event) -> String {
    let status = (event.status != Status::Happened).then(|| event.status.word());
    let review = (event.review == Review::Rejected).then(|| event.review.word());
    let words: Vec<&str> = status.into_iter().chain(review).collect();
    words.join(" ")
}

/// Cells that the widest cell of each column takes.
#[derive(Default)]
struct Widths {
    number: usize,
    date: usize,
    status: usize,
    mark: usize,
    alone: usize,
}

impl Widths {
    fn widen(mut self, cells: &Cells) -> Self {
        self.number = self.number.max(cells.number.len());
        self.date = self.date.max(cells_of(&cells.date));
        self.status = self.status.max(cells_of(&cells.status));
        self.mark = self.mark.max(cells_of(cells.mark));
        self.alone = self.alone.max(cells_of(cells.alone));
        self
    }
}

/// Writes the list, and below it what its marks mean.
pub(super) fn write(listing: &Listing, out: &mut dyn Write) -> io::Result<()> {
    let store = listing.store;
    let events = listing.events();
    let lines: Vec<Cells> = events
        .iter()
        .map(|event| Cells::new(store, *event))
        .collect();
    let widths = lines.iter().fold(Widths::default(), Widths::widen);
    for (cells, event) in lines.iter().zip(&events) {
        let mut line = " ".repeat(widths.number.saturating_sub(cells.number.len()));
        line.push_str(&cells.number);
        column(&mut line, &cells.date, widths.date);
        column(&mut line, &cells.status, widths.status);
        column(&mut line, cells.mark, widths.mark);
        column(&mut line, cells.alone, widths.alone);
        line.push_str("  ");
        line.push_str(&tail(listing, *event));
        writeln!(out, "{}", SafeText::new(&line))?;
    }
    meanings(
        events.iter().any(|event| store.rests_on_inferred(*event)),
        events.iter().any(|event| store.is_disputed(*event)),
        out,
    )?;
    if let Some(alone) = alone_words(listing) {
        writeln!(out, "{}", SafeText::new(&alone))?;
    }
    let mut actors = events.iter().flat_map(|event| store.participants(*event));
    if actors.any(|actor| store.is_doubtful(actor)) {
        writeln!(out, "{}", SafeText::literal(DOUBTFUL_MEANS))?;
    }
    Ok(())
}

/// How many of the events rest on one mouth only, and on whom, behind their mark; nothing if none does.
pub(super) fn alone_words(listing: &Listing) -> Option<String> {
    let tally = listing.view.tally(listing.store);
    let words = || format!("{ONE_MOUTH} {}", listing.store.tally_words(tally));
    (tally.alone() > 0).then(words)
}

/// What the marks mean that were used.
pub(super) fn meanings(inferred: bool, disputed: bool, out: &mut dyn Write) -> io::Result<()> {
    if inferred {
        writeln!(out, "{}", SafeText::literal(INFERRED_MEANS))?;
    }
    if disputed {
        writeln!(out, "{}", SafeText::literal(DISPUTED_MEANS))?;
    }
    Ok(())
}

/// Cells of a number and of a date where nobody knows yet which will be the widest.
const STREAMED: (usize, usize) = (7, 14);

/// One line of a list that streams: what is not usual stands where it is needed, for no column can wait for the widest cell.
pub(super) fn streamed(row: &Row, out: &mut dyn Write) -> io::Result<()> {
    let date = row.date.and_then(|date| Date::parse(date).ok());
    let date = date
        .as_ref()
        .map_or_else(|| "no date".to_owned(), short_phrase);
    let date = format!("{date}{}", if row.inferred { INFERRED } else { "" });
    let mut line = format!("{:>1$}", row.number, STREAMED.0);
    column(&mut line, &date, STREAMED.1);
    let status = (row.status != Status::Happened.word()).then_some(row.status);
    let review = (row.review == Review::Rejected.word()).then_some(row.review);
    let mark = row.disputed.then_some(DISPUTED);
    let alone = row.only_mouth.as_ref().map(|_| ONE_MOUTH);
    for word in [status, review, mark, alone].into_iter().flatten() {
        line.push_str("  ");
        line.push_str(word);
    }
    let actors = match row.actors.is_empty() {
        true => String::new(),
        false => format!(" ({})", row.names(", ")),
    };
    let sentences = count(row.sentences, "sentence");
    line.push_str(&format!("  {}{actors} [{sentences}]", row.title));
    writeln!(out, "{}", SafeText::new(&line))
}

/// Cells that a text takes as it is written.
fn cells_of(text: &str) -> usize {
    width(SafeText::new(text))
}

/// A column that no line fills takes no room.
fn column(line: &mut String, cell: &str, cells: usize) {
    if cells > 0 {
        line.push_str("  ");
        line.push_str(cell);
        line.push_str(&" ".repeat(cells.saturating_sub(cells_of(cell))));
    }
}

/// Title, actors and sentences, which are as long as they are.
fn tail(listing: &Listing, position: EventIx) -> String {
    let store = listing.store;
    let Some(event) = store.event_in_memory(position) else {
        return String::new();
    };
    let names: Vec<Cow<'_, str>> = event
        .actors
        .iter()
        .map(|part| store.marked_name(&part.id))
        .collect();
    let actors = if names.is_empty() {
        String::new()
    } else {
        format!(" ({})", names.join(", "))
    };
    let sentences = count(store.sentence_count(position), "sentence");
    let title = title_in(event, listing.language);
    format!("{title}{actors} [{sentences}]")
}
