//! The order of the article beside the order of time, with lines between them. Which rows there are and what joins them is in
//! `app::told`; the sides are in `sentences` and `events`, the lines in `band`, what is said of the whole in `head`.

mod band;
mod braille;
mod events;
mod head;
mod sentences;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hits::Hits;
use super::paint::{label, put, row};
use super::theme::Theme;
use crate::app::told::{Line, Rows, Side, Telling, Untold, lines};
use crate::app::{Pane, Scroll, State, Window};

/// Below this width only the side that leads is shown.
const TWO_SIDES: u16 = 14;
/// From this height on a line tells what the view adds up to.
const WITH_HEAD: u16 = 4;

/// What every part of the view needs.
struct Part<'a> {
    state: &'a State,
    theme: &'a Theme,
    telling: &'a Telling,
    rows: Rows<'a>,
    told: Window,
    happened: Window,
}

impl Part<'_> {
    /// Whether a side has the keys.
    fn leads(&self, side: Side) -> bool {
        let here = self.state.focus == Pane::Timeline && self.state.overlay.is_none();
        here && self.state.sides.leads == side
    }

    /// The sentence under the cursor, by its place, if it has a row.
    fn told_here(&self) -> Option<usize> {
        let cursor = self.state.cursor.sentence;
        let row = self.rows.row_of_told(self.telling.told_at(cursor)?);
        let place = self.telling.told_of(cursor);
        place.or_else(|| Some(self.rows.told(row).start).filter(|_| self.rows.told(row).len() > 1))
    }

    /// The selected event, by its place, if this source states it.
    fn event_here(&self) -> Option<usize> {
        self.telling
            .place_of(&self.state.store, self.state.selected?)
    }
}

/// Draws the pane and tells which sentences and which events it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> (Window, Window) {
    let telling = match state.telling() {
        Ok(telling) => telling,
        Err(untold) => {
            explain(theme, untold, area, buffer);
            return (Window::default(), Window::default());
        }
    };
    let (head, body) = super::layout::split_top(area, u16::from(area.height >= WITH_HEAD));
    let height = usize::from(body.height);
    let rows = telling.rows(height);
    let mut part = Part {
        state,
        theme,
        telling: &telling,
        rows,
        told: Window::default(),
        happened: Window::default(),
    };
    part.told = told_window(&part, height);
    part.happened = happened_window(&part, height);
    head::render(&part, head, buffer);
    let columns = Columns::of(body, state.sides.leads);
    let in_sight = |window: Window| window.top..(window.top + window.height).min(window.total);
    let drawn = lines(
        &telling,
        rows,
        &in_sight(part.told),
        &in_sight(part.happened),
    );
    sentences::render(&part, columns.told, buffer, hits);
    events::render(&part, columns.happened, buffer, hits);
    band::render(&part, &drawn, columns.band, buffer);
    (part.told, part.happened)
}

fn told_window(part: &Part<'_>, height: usize) -> Window {
    let cursor = part.telling.told_at(part.state.cursor.sentence);
    let last = part.telling.sentences.len().saturating_sub(1);
    let row = part.rows.row_of_told(cursor.unwrap_or(last));
    let scroll = part.state.timeline_scroll;
    scroll.window(height, part.rows.told_len(), row, row)
}

fn happened_window(part: &Part<'_>, height: usize) -> Window {
    let last = part.telling.events.len().saturating_sub(1);
    let row = part
        .rows
        .row_of_event(part.event_here().unwrap_or(0).min(last));
    let scroll = Scroll {
        free: part.state.timeline_scroll.free || part.event_here().is_none(),
        ..part.state.sides.happened_scroll
    };
    scroll.window(height, part.rows.happened_len(), row, row)
}

fn explain(theme: &Theme, untold: Untold, area: Rect, buffer: &mut Buffer) {
    let text = match untold {
        Untold::Loading => {
            "the order of time is known once all events are read: the top line says how far it is"
        }
        Untold::NoSource => "there is no source, so nothing is told: v goes on to the next view",
        Untold::NoText => {
            "the text of this source is not stored: s chooses another one, v another view"
        }
    };
    put(buffer, row(area, 0), &[label(text, theme.faint)]);
}

/// Where the two sides and the lines between them go.
struct Columns {
    told: Rect,
    band: Rect,
    happened: Rect,
}

impl Columns {
    fn of(area: Rect, leads: Side) -> Self {
        let none = Rect { width: 0, ..area };
        if area.width < TWO_SIDES {
            let (told, happened) = match leads {
                Side::Told => (area, none),
                Side::Happened => (none, area),
            };
            let band = none;
            return Self {
                told,
                band,
                happened,
            };
        }
        let band = (area.width / 7).clamp(4, 28);
        let told = (area.width - band) / 2;
        Self {
            told: Rect {
                width: told,
                ..area
            },
            band: Rect {
                x: area.x + told + 1,
                width: band - 1,
                ..area
            },
            happened: Rect {
                x: area.x + told + band,
                width: area.width - told - band,
                ..area
            },
        }
    }
}

/// The rows of a drawn line that lie in the window, told first.
type Ends = (Option<usize>, Option<usize>);

fn ends(line: &Line) -> Ends {
    use crate::app::told::End;
    let row = |end| match end {
        End::Row(row) => Some(row),
        End::Above | End::Below => None,
    };
    (row(line.told), row(line.happened))
}
