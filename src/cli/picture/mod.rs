//! A timeline as a vector picture: its lanes, and what each article tells beside what happened. Layouts come from `app`; how a
//! drawing is written is in `canvas`, how it looks in `assets/picture.css`.

mod canvas;
mod lanes;
mod legend;
mod told;

use std::str::FromStr;

use clap::ValueEnum;

use self::canvas::Canvas;
use crate::app::{Perspective, Start, State, count};
use crate::store::{GroupBy, SourceIx, Store};

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Pictured {
    /// A row for each actor, time from left to right
    Lanes,
    /// Each article's order beside the order of time
    Told,
    /// Both, one above the other
    Both,
}

/// The ground that a picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ground {
    /// As the reader's screen is set
    Auto,
    /// Light
    Light,
    /// Dark
    Dark,
}

/// What the lanes are, by the words of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LanesBy(pub(super) GroupBy);

impl FromStr for LanesBy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = GroupBy::ALL.into_iter().find(|by| by.name() == text);
        known.map(Self).ok_or_else(|| {
            let names: Vec<&str> = GroupBy::ALL.iter().map(|by| by.name()).collect();
            format!("expected one of: {}", names.join(", "))
        })
    }
}

/// Sources whose telling is drawn; the others are named.
const MOST_SOURCES: usize = 12;

/// Draws the timeline: SVG 1.1 in UTF-8, with nothing in it that is loaded or run.
pub(super) fn svg(store: Store, what: Pictured, by: GroupBy, ground: Ground) -> String {
    let mut state = State::new(store, Start::default());
    state.lanes.by = by;
    let title = state.store.title().unwrap_or("untitled").to_owned();
    let events = count(state.store.len(), "event");
    let mut canvas = Canvas::new(&title);
    canvas.heading(&format!("{title} · {events}"));
    if what != Pictured::Told {
        state.perspective = Perspective::Lanes;
        lanes::draw(&state, &mut canvas);
        legend::draw(&mut canvas);
    }
    if what != Pictured::Lanes {
        state.perspective = Perspective::Told;
        let sources: Vec<SourceIx> = state.store.source_positions();
        for source in sources.iter().take(MOST_SOURCES) {
            told::draw(&state, *source, &mut canvas);
        }
        let left = sources.len().saturating_sub(MOST_SOURCES);
        if left > 0 {
            canvas.remark(&format!("{} more are not drawn", count(left, "source")));
        }
    }
    canvas.finish(ground)
}

#[cfg(test)]
mod tests;
