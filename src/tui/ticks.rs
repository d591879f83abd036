//! The line under the axis: names of years, months and days, and how much a broken stretch leaves out.

use chrono::{Datelike, Months};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{put, run, tint};
use super::scale::{Scale, Stretch, length_label};
use super::theme::Theme;
use crate::app::lanes::year_text;
use crate::model::{Bounds, Day};
use crate::text::{SafeText, width};

/// A label under the axis, and the column where it begins.
pub(super) type Tick = (u16, String);

/// Labels under an axis so many columns wide, the coarsest first; none lies over another.
pub(super) fn ticks(scale: &Scale, spans: &[Bounds], columns: u16) -> Vec<Tick> {
    // A stretch within a period that an event happened in is drawn short, but it is not empty.
    let covered = |stretch: &Stretch| {
        spans
            .iter()
            .any(|span| span.earliest <= stretch.from && stretch.to <= span.latest)
    };
    let mut taken: Vec<(u16, u16)> = Vec::new();
    let mut ticks = Vec::new();
    for (column, text) in tick_labels(scale, covered) {
        let safe = SafeText::new(&text);
        let cells = u16::try_from(width(safe.as_str())).unwrap_or(u16::MAX);
        // A label at the edge moves in, so that the last day is named too.
        let start = column.min(columns.saturating_sub(cells));
        let end = start.saturating_add(cells);
        let fits = end <= columns;
        let clear = taken.iter().all(|(from, to)| end < *from || start > *to);
        if fits && clear {
            taken.push((start, end));
            ticks.push((start, text));
        }
    }
    ticks
}

/// Draws labels under the axis.
pub(super) fn draw_ticks(ticks: &[Tick], theme: &Theme, line: Rect, buffer: &mut Buffer) {
    tint(buffer, line, theme.axis_label, theme.matched);
    for (start, text) in ticks {
        let place = Rect {
            x: line.x.saturating_add(*start),
            width: line.width.saturating_sub(*start),
            ..line
        };
        put(buffer, place, &[run(text, theme.axis_label)]);
    }
}

/// Columns and labels in the order in which they get room: broken stretches, the ends, years, months, days.
fn tick_labels(scale: &Scale, covered: impl Fn(&Stretch) -> bool) -> Vec<(u16, String)> {
    let mut labels = Vec::new();
    let stretches = scale.stretches();
    for stretch in stretches.iter().filter(|stretch| stretch.broken) {
        let text = if covered(stretch) {
            period_name(stretch)
        } else {
            Some(format!("⫽ {}", length_label(stretch)))
        };
        if let Some(text) = text {
            let spare = (stretch.right - stretch.left - width(&text) as f64).max(0.0);
            // The cast saturates, and columns are small.
            labels.push(((stretch.left + spare / 2.0).round() as u16, text));
        }
    }
    let broken = |day: Day| {
        let inside =
            |stretch: &Stretch| stretch.broken && (stretch.from == day || stretch.to == day);
        stretches
            .iter()
            .any(|stretch| inside(stretch) && covered(stretch))
    };
    let full = |day: Day| {
        day.date()
            .map(|date| format!("{} {}", date.format("%-d %b"), year_text(date.year())))
    };
    if let Some((first, last)) = scale.ends() {
        for day in [first, last] {
            labels.extend(scale.column(day).zip(full(day)).filter(|_| !broken(day)));
        }
    }
    // What follows a break is named, or nobody could tell where the axis goes on.
    for stretch in stretches
        .iter()
        .filter(|stretch| stretch.broken && !covered(stretch))
    {
        let day = stretch.to.date();
        let same_year = day.map(|day| day.year()) == stretch.from.date().map(|from| from.year());
        let name = day.map(|date| {
            let year = if same_year {
                String::new()
            } else {
                format!(" {}", year_text(date.year()))
            };
            format!("{}{year}", date.format("%-d %b"))
        });
        labels.extend(scale.column(stretch.to).zip(name));
    }
    // A whole year or month that is not drawn short begins with its name.
    for stretch in stretches
        .iter()
        .filter(|stretch| !stretch.broken && covered(stretch))
    {
        labels.extend(scale.column(stretch.from).zip(period_name(stretch)));
    }
    let open = || stretches.iter().filter(|stretch| !stretch.broken);
    let named = |day: Day, text: String| Some((scale.column(day)?, text));
    let walked = || open().filter(|stretch| stretch.to.since(stretch.from) < MOST_TICKS);
    let months = || walked().flat_map(|stretch| first_days(stretch.from, stretch.to));
    labels.extend(months().filter_map(|(day, date)| {
        let year = (date.month() == 1).then(|| year_text(date.year()))?;
        named(day, year)
    }));
    labels.extend(months().filter_map(|(day, date)| named(day, date.format("%b").to_string())));
    let days = || walked().filter(|stretch| cells_per_day(stretch) >= SEEN_DAY);
    let days = || days().flat_map(|stretch| (stretch.from.0..=stretch.to.0).map(Day));
    labels.extend(days().filter_map(|day| {
        let number = day.date()?.day();
        (number % 5 == 0).then(|| named(day, number.to_string()))?
    }));
    if open().all(|stretch| cells_per_day(stretch) >= ROOMY_DAY) {
        labels.extend(days().filter_map(|day| named(day, day.date()?.day().to_string())));
    }
    labels
}

fn cells_per_day(stretch: &Stretch) -> f64 {
    let days = stretch.to.since(stretch.from).max(1) as f64;
    (stretch.right - stretch.left) / days
}

/// The first days of the months that begin within these days.
fn first_days(from: Day, to: Day) -> impl Iterator<Item = (Day, chrono::NaiveDate)> {
    let begins = |date: &chrono::NaiveDate| {
        let first = date.with_day(1)?;
        match first < *date {
            true => first.checked_add_months(Months::new(1)),
            false => Some(first),
        }
    };
    let first = from.date().as_ref().and_then(begins);
    let months = std::iter::successors(first, |date| date.checked_add_months(Months::new(1)));
    let placed = months.filter_map(|date| {
        let day = Day::from_ymd(
            date.year().into(),
            u8::try_from(date.month()).ok()?,
            u8::try_from(date.day()).ok()?,
        )?;
        Some((day, date))
    });
    placed.take_while(move |(day, _)| *day <= to)
}

/// The name of a stretch that is a whole year or month; such a one is drawn short, but not empty.
fn period_name(stretch: &Stretch) -> Option<String> {
    let (from, to) = (stretch.from.date()?, stretch.to.date()?);
    let next = stretch.to.plus(1).date()?;
    let whole = from.day() == 1 && next.day() == 1;
    match whole && from.year() == to.year() {
        true if from.month() == 1 && to.month() == 12 => Some(year_text(from.year())),
        true if from.month() == to.month() => {
            Some(format!("{} {}", from.format("%b"), year_text(from.year())))
        }
        _ => None,
    }
}

/// Columns of a day from which on every day has its number.
const ROOMY_DAY: f64 = 5.0;

/// Columns of a day below which not even every fifth day has room for its number.
const SEEN_DAY: f64 = 0.2;

/// No stretch longer than this many days is walked day by day; its ends are labelled.
const MOST_TICKS: i64 = 40_000;
