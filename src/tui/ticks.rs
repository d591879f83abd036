//! The line under the axis: names of years, months and days, and how much a broken stretch leaves out.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{put, run, tint};
use super::scale::{Scale, Stretch, length_label};
use super::theme::Theme;
use super::timeline::year_text;
use crate::model::{Bounds, Day};
use crate::text::{SafeText, width};

/// Labels under the axis, the coarsest first; none lies over another.
pub(super) fn draw_ticks(
    scale: &Scale,
    spans: &[Bounds],
    theme: &Theme,
    line: Rect,
    buffer: &mut Buffer,
) {
    // A stretch within a period that an event happened in is drawn short, but it is not empty.
    let covered = |stretch: &Stretch| {
        spans
            .iter()
            .any(|span| span.earliest <= stretch.from && stretch.to <= span.latest)
    };
    tint(buffer, line, theme.axis_label, theme.matched);
    let mut taken: Vec<(u16, u16)> = Vec::new();
    for (column, text) in tick_labels(scale, covered) {
        let safe = SafeText::new(&text);
        let cells = u16::try_from(width(safe.as_str())).unwrap_or(u16::MAX);
        // A label at the edge moves in, so that the last day is named too.
        let start = column.min(line.width.saturating_sub(cells));
        let end = start.saturating_add(cells);
        let fits = end <= line.width;
        let clear = taken.iter().all(|(from, to)| end < *from || start > *to);
        if fits && clear {
            let place = Rect {
                x: line.x + start,
                width: cells,
                ..line
            };
            put(buffer, place, &[run(&text, theme.axis_label)]);
            taken.push((start, end));
        }
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
    let starts = |unit: fn(chrono::NaiveDate) -> Option<String>| {
        let mut ticks = Vec::new();
        for stretch in open().filter(|stretch| stretch.to.since(stretch.from) < MOST_TICKS) {
            let days = (0..=i32::try_from(stretch.to.since(stretch.from)).unwrap_or(0))
                .map(|days| stretch.from.plus(days));
            for day in days {
                if let Some(text) = day.date().and_then(unit) {
                    ticks.extend(scale.column(day).map(|column| (column, text)));
                }
            }
        }
        ticks
    };
    labels.extend(starts(|date| {
        (date.ordinal() == 1).then(|| year_text(date.year()))
    }));
    labels.extend(starts(|date| {
        (date.day() == 1).then(|| date.format("%b").to_string())
    }));
    labels.extend(starts(|date| {
        Some(date.day().to_string()).filter(|_| date.day() % 5 == 0)
    }));
    let roomy = |stretch: &Stretch| {
        let days = stretch.to.since(stretch.from).max(1) as f64;
        (stretch.right - stretch.left) / days >= ROOMY_DAY
    };
    if open().all(roomy) {
        labels.extend(starts(|date| Some(date.day().to_string())));
    }
    labels
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

/// No stretch longer than this many days is walked day by day; its ends are labelled.
const MOST_TICKS: i64 = 40_000;
