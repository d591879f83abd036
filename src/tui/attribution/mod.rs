//! Who it rests on: the mouths of the timeline, and under each the events that rest on it, with their ladders of attribution.
//! The overview is drawn in `shares`, a ladder in `ladder`; who is the same mouth is told by `store::mouths`.

mod ladder;
mod shares;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hits::Hits;
use super::paint::{Line, label, line_width, put, put_right, row, run, tint};
use super::theme::Theme;
use super::timeline::{self, facts, found, lead, pad_to};
use crate::app::{Pane, State, Target, Window, grouped};
use crate::store::{EventIx, LADDERS, RestsOn, Tally, TallyRow};

/// From this width on an event's date and title share a line.
const ONE_LINE: u16 = 60;

/// Signs for how many mouths assert an event.
const SIGNS: [&str; 10] = ["⓪", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"];

/// The sign for how many mouths assert an event.
pub(super) fn mouths_sign(mouths: usize) -> &'static str {
    SIGNS.get(mouths).copied().unwrap_or("⑨+")
}

/// Draws the pane and tells which lines it shows.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    let Some(tally) = state.tally().filter(|tally| !tally.is_empty()) else {
        return without_tally(state, theme, area, buffer, hits);
    };
    let over = shares::render(state, theme, tally, area, buffer, hits);
    let area = Rect {
        y: area.y + over,
        height: area.height - over,
        ..area
    };
    let own = if area.width >= ONE_LINE { 1 } else { 2 };
    let place = state
        .selected
        .and_then(|event| tally.place(&state.store, event));
    let first = place.map_or(0, |place| tally.line_of(place, own));
    let last = first + place.map_or(1, |place| tally.height(place, own)) - 1;
    let height = usize::from(area.height);
    let total = tally.line_count(own);
    let mut window = state.timeline_scroll.window(height, total, first, last);
    window.page = (height / (own + 2)).max(1);
    let list = List {
        state,
        theme,
        tally,
        own,
    };
    for line in 0..height {
        let here = row(area, line);
        match tally.line(window.top + line, own) {
            Some(TallyRow::Heading(group)) => list.heading(group, here, buffer, hits),
            Some(TallyRow::Event { place, line }) => {
                if let Some(event) = tally.at(place) {
                    list.event(event, line, here, buffer);
                    hits.push(here, Target::Event(event));
                }
            }
            None => break,
        }
    }
    window
}

/// While a file is read, and where no event is left, the list says what there is to say.
fn without_tally(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> Window {
    let note = u16::from(state.store.is_arriving() && area.height > 2);
    if note > 0 {
        let text = "on whom they rest is counted once all events are read";
        put(buffer, area, &[label(text, theme.faint)]);
    }
    let rest = Rect {
        y: area.y + note,
        height: area.height - note,
        ..area
    };
    timeline::render(state, theme, rest, buffer, hits)
}

struct List<'a> {
    state: &'a State,
    theme: &'a Theme,
    tally: &'a Tally,
    /// Lines of an event before its ladders.
    own: usize,
}

impl List<'_> {
    fn heading(&self, group: usize, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
        let range = self.tally.range(group);
        let count = grouped(range.len());
        let Some(group) = self.tally.groups().get(group) else {
            return;
        };
        let (sign, text) = match group.on {
            RestsOn::Only(mouth) => {
                hits.push(area, Target::Mouth(mouth));
                let name = self.state.store.mouth_name(mouth);
                (mouths_sign(1), format!("on {name} only: {count}"))
            }
            RestsOn::Several => ("②+", format!("on several mouths: {count}")),
            RestsOn::Nobody => (mouths_sign(0), format!("on nobody who is named: {count}")),
        };
        let line = [
            label("── ", self.theme.separator),
            label(sign, self.theme.caution),
            run(&format!(" {text}"), self.theme.heading),
        ];
        put(buffer, area, &line);
    }

    fn event(&self, event: EventIx, line: usize, area: Rect, buffer: &mut Buffer) {
        let mut text = lead(self.state, self.theme, event);
        let indent = line_width(&text);
        if line > 0 {
            text.truncate(1);
            pad_to(&mut text, indent);
        }
        match line.checked_sub(self.own) {
            Some(claim) => {
                let room = usize::from(area.width).saturating_sub(indent);
                text.extend(self.ladder(event, claim, room));
                put(buffer, area, &text);
            }
            None => self.own_line(event, line, text, area, buffer),
        }
        if self.state.selected == Some(event) {
            let leads = self.state.focus == Pane::Timeline && self.state.overlay.is_none();
            let style = match leads {
                true => self.theme.selected,
                false => self.theme.selected_unfocused,
            };
            tint(buffer, area, style, self.theme.matched);
        }
    }

    /// Date and title, and at the right on how many mouths it rests.
    fn own_line(
        &self,
        event: EventIx,
        line: usize,
        mut text: Line,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let search = self.state.search.as_ref().map(|active| &active.search);
        let indent = line_width(&text);
        let mut room = usize::from(area.width);
        if line == 0 {
            let mouths = self.state.store.rests(event).mouths.len();
            let sign = mouths_sign(mouths);
            let style = match mouths {
                0 | 1 => self.theme.caution,
                _ => self.theme.number,
            };
            room = room
                .saturating_sub(usize::from(put_right(buffer, area, &[label(sign, style)])) + 1);
            text.extend(facts(self.state, self.theme, event));
        }
        if line + 1 == self.own {
            if line == 0 {
                pad_to(&mut text, indent + 14);
                text.push(label("  ", self.theme.detail));
            }
            let left = room.saturating_sub(line_width(&text));
            let title = self.state.title(event);
            text.extend(found(&title, self.theme.title, search, self.theme, left));
        }
        let width = u16::try_from(room).unwrap_or(area.width).min(area.width);
        put(buffer, Rect { width, ..area }, &text);
    }

    fn ladder(&self, event: EventIx, claim: usize, room: usize) -> Line {
        let store = &self.state.store;
        let count = store.claim_count(event);
        if count == 0 {
            return vec![label("nobody is named as saying so", self.theme.faint)];
        }
        if claim + 1 == LADDERS && count > LADDERS {
            let left = count - claim;
            return vec![run(&format!("… and {left} more claims"), self.theme.faint)];
        }
        let held = store.event(event);
        let claim = held.as_ref().and_then(|event| event.claims.get(claim));
        match claim {
            Some(claim) => ladder::line(&store.ladder(claim), claim, self.theme, room),
            None => vec![label("its record cannot be read", self.theme.warning)],
        }
    }
}
