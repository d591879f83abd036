//! What a row of a table says of an event, whatever the table's syntax: the columns' meaning applied to their cells.

use std::borrow::Cow;
use std::collections::HashSet;

use memchr::memchr_iter;

use super::date::{self, CellDate};
use super::fields::Field;
use super::mapping::Mapping;
use crate::format::stream::lean::{LeanAnchor, LeanClaim, LeanEvent, LeanPart};
use crate::model::{Bounds, Review, Role, Status, bounds_of};

/// The cells of a row, by the position of their columns.
pub(super) trait Cells<'a> {
    /// What the cell says, white space around it left out; `None` if it is empty.
    fn text(&self, column: usize) -> Option<Cow<'a, str>>;

    /// The names in the cell.
    fn names(&self, column: usize, each: &mut dyn FnMut(Cow<'a, str>)) {
        if let Some(cell) = self.text(column) {
            split_names(cell, each);
        }
    }
}

/// Anchors that a row can have: what states it, and two cells that give its date. It is known beforehand, because a million rows
/// have no time to ask for memory.
const ANCHORS: usize = 3;

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct Row<'a> {
    pub(super) event: LeanEvent<'a>,
    /// The date was not given as it stands: how it was concluded.
    pub(super) concluded: Option<&'static str>,
    /// There are words for a date, and they cannot be read.
    pub(super) is_unreadable: bool,
    /// The columns of the anchors, in their order.
    pub(super) anchored: [Option<usize>; ANCHORS],
}

/// Reads a row. `record` is its id, which also names it where it has neither title nor id of its own.
pub(super) fn read<'a, 'c: 'a>(
    mapping: &Mapping,
    cells: &impl Cells<'c>,
    record: &'a str,
) -> Row<'a> {
    let first = |field| first(mapping, cells, field);
    let text = |field| first(field).map(|(_, cell)| cell);
    let title = first(Field::Title);
    let quote = first(Field::Quote).or_else(|| title.clone());
    let said_by = text(Field::SaidBy);
    let published_by = text(Field::Publisher).or_else(|| text(Field::Author));
    let dated = dated(mapping, cells);
    let mut anchored = [None; ANCHORS];
    let mut anchors = Vec::with_capacity(ANCHORS);
    let dates = dated.words.into_iter().flatten();
    let words = quote.into_iter().map(|quote| (Role::Evidence, quote));
    let words = words.chain(dates.map(|date| (Role::Date, date)));
    for (slot, (role, (column, words))) in anchored.iter_mut().zip(words) {
        *slot = Some(column);
        anchors.push(LeanAnchor {
            role,
            exact: words,
            start: None,
            end: None,
            speaker: None,
        });
    }
    let kind = text(Field::Kind);
    let event = LeanEvent {
        id: text(Field::Id).unwrap_or(Cow::Borrowed(record)),
        title: title
            .map(|(_, title)| title)
            .or_else(|| kind.clone())
            .unwrap_or(Cow::Borrowed(record)),
        kind,
        status: text(Field::Status).map_or(Status::Happened, |word| status(&word)),
        review: Review::Draft,
        place: text(Field::Place),
        actors: actors(mapping, cells),
        claims: vec![LeanClaim {
            source: Cow::Borrowed(record),
            date: dated.date,
            said_by,
            published_by,
            anchors,
            ..LeanClaim::default()
        }],
        ..LeanEvent::default()
    };
    Row {
        event,
        concluded: dated.concluded,
        is_unreadable: dated.is_unreadable,
        anchored,
    }
}

/// A cell without the white space around it; `None` if nothing is left.
pub(super) fn trimmed(cell: Cow<'_, str>) -> Option<Cow<'_, str>> {
    // Most cells begin and end with a letter of ASCII, which is told faster.
    let is_bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = cell.as_bytes();
    if is_bare(bytes.first()) && is_bare(bytes.last()) {
        return Some(cell);
    }
    let trimmed = match cell {
        Cow::Borrowed(cell) => Cow::Borrowed(cell.trim()),
        Cow::Owned(cell) => Cow::Owned(cell.trim().to_owned()),
    };
    (!trimmed.is_empty()).then_some(trimmed)
}

/// The first cell of the key's columns that is not empty, with its column.
pub(super) fn first<'a>(
    mapping: &Mapping,
    cells: &impl Cells<'a>,
    field: Field,
) -> Option<(usize, Cow<'a, str>)> {
    let mut columns = mapping.columns_of(field).iter();
    columns.find_map(|column| Some((*column, cells.text(*column)?)))
}

/// So many names are compared with each other; a cell with more of them must not cost their square.
const FEW: usize = 16;

/// Each name once, in the order of the cells.
fn actors<'a>(mapping: &Mapping, cells: &impl Cells<'a>) -> Vec<LeanPart<'a>> {
    let mut actors: Vec<LeanPart<'a>> = Vec::new();
    for column in mapping.columns_of(Field::Actors) {
        cells.names(*column, &mut |id| actors.push(LeanPart { id, role: None }));
    }
    let mut known: HashSet<Cow<'a, str>> = HashSet::new();
    if actors.len() > FEW {
        actors.retain(|actor| known.insert(actor.id.clone()));
    }
    let mut at = 1;
    while at < actors.len().min(FEW + 1) {
        let (before, rest) = actors.split_at(at);
        let is_repeated = |actor: &LeanPart<'a>| before.iter().any(|had| had.id == actor.id);
        match rest.first().is_some_and(is_repeated) {
            true => drop(actors.remove(at)),
            false => at += 1,
        }
    }
    actors
}

/// Names with a semicolon between them.
pub(super) fn split_names<'a>(cell: Cow<'a, str>, each: &mut dyn FnMut(Cow<'a, str>)) {
    let mut parts = memchr_iter(b';', cell.as_bytes()).chain([cell.len()]);
    let mut start = 0;
    let ranges = std::iter::from_fn(|| {
        let end = parts.next()?;
        Some(std::mem::replace(&mut start, end + 1)..end)
    });
    match &cell {
        Cow::Borrowed(cell) => {
            let names = ranges.filter_map(|range| trimmed(Cow::Borrowed(cell.get(range)?)));
            names.for_each(each);
        }
        Cow::Owned(cell) => {
            let names = ranges.filter_map(|range| cell.get(range).map(str::trim));
            let names = names.filter(|name| !name.is_empty());
            names.for_each(|name| each(Cow::Owned(name.to_owned())));
        }
    }
}

/// A word that the format does not have says at least that somebody claims it.
fn status(word: &str) -> Status {
    let known = Status::ALL.iter().copied();
    let mut known = known.filter(|status| status.word().eq_ignore_ascii_case(word));
    known.next().unwrap_or(Status::Claimed)
}

#[derive(Default)]
struct Dated<'a> {
    date: Option<Cow<'a, str>>,
    concluded: Option<&'static str>,
    is_unreadable: bool,
    /// The cells that give it.
    words: [Option<(usize, Cow<'a, str>)>; 2],
}

const CENTURY: &str = "the cell gives two digits of the year; its century was concluded";

fn dated<'a>(mapping: &Mapping, cells: &impl Cells<'a>) -> Dated<'a> {
    let Some((column, cell)) = first(mapping, cells, Field::Date) else {
        return Dated::default();
    };
    let given = Some((column, cell.clone()));
    let mut closer = None;
    let unreadable = Dated {
        is_unreadable: true,
        ..Dated::default()
    };
    let Some(read) = date_of(cell, mapping, Field::Date) else {
        return unreadable;
    };
    let mut concluded = read.century_concluded.then_some(CENTURY);
    let mut date = read.edtf;
    if let Some((column, cell)) = first(mapping, cells, Field::End) {
        let end = date_of(cell.clone(), mapping, Field::End);
        let Some(span) = end.and_then(|end| span(&date, &end.edtf)) else {
            return unreadable;
        };
        date = span.map_or(date, Cow::Owned);
        closer = Some((column, cell));
    } else if let Some((column, cell)) = first(mapping, cells, Field::Precision)
        && let Some((coarser, how)) = coarser(&date, &cell)
    {
        date = Cow::Owned(coarser);
        concluded = Some(how);
        closer = Some((column, cell));
    }
    Dated {
        date: Some(date),
        concluded,
        is_unreadable: false,
        words: [given, closer],
    }
}

fn date_of<'a>(cell: Cow<'a, str>, mapping: &Mapping, field: Field) -> Option<CellDate<'a>> {
    let order = mapping.order_of(field);
    match cell {
        Cow::Borrowed(cell) => date::read(cell, order),
        Cow::Owned(cell) => date::read(&cell, order).map(|date| CellDate {
            edtf: Cow::Owned(date.edtf.into_owned()),
            century_concluded: date.century_concluded,
        }),
    }
}

/// `A/B`, which lasted; `Some(None)` if it is one day only, `None` if it ends before it begins.
fn span(start: &str, end: &str) -> Option<Option<String>> {
    let (start, end) = (day_of(start), day_of(end));
    if start == end {
        return Some(None);
    }
    let span = format!("{start}/{end}");
    bounds_of(&span).map(|_| Some(span))
}

/// A date without its clock time, which an interval does not take.
fn day_of(date: &str) -> &str {
    date.split_once('T').map_or(date, |(day, _)| day)
}

/// What a day stands for that was put down for a week, a month or a year, and how that was concluded. `None` where the date
/// stays as it is.
fn coarser(date: &str, precision: &str) -> Option<(String, &'static str)> {
    let day = bounds_of(date).filter(Bounds::is_one_day)?.earliest;
    let date = day_of(date);
    match precision.to_ascii_lowercase().as_str() {
        "1" | "day" => None,
        "2" | "week" => Some((
            format!("[{}..{}]", day.plus(-3), day.plus(3)),
            "the record is exact to the week only: the day stands for the week around it",
        )),
        "3" | "month" => Some((
            date.get(..7)?.to_owned(),
            "the record is exact to the month only",
        )),
        "4" | "year" => Some((
            date.get(..4)?.to_owned(),
            "the record is exact to the year only",
        )),
        _ => Some((
            format!("{}~", date.trim_end_matches(['~', '?', '%'])),
            "how exact the record is, is not told in words that can be read",
        )),
    }
}
