//! The right side: the events in the order of time, with the share of the text that each one gets.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Part;
use crate::app::Target;
use crate::app::told::{HappenedRow, Side, share_text};
use crate::model::Status;
use crate::store::EventIx;
use crate::tui::axis::{status_sign, status_style};
use crate::tui::hits::Hits;
use crate::tui::paint::{Line, label, line_width, put, put_right, row, run, tint};
use crate::tui::timeline::{date_text, found, number_width, pad_to, review_sign};

/// From this width on the share of the text stands beside an event.
const WITH_SHARE: usize = 30;
/// From this width on a bar shows it too.
const WITH_BAR: usize = 60;
/// Cells of the bar.
const BAR: usize = 6;
/// Cells of a date, as far as it has so many.
const DATE: usize = 15;
/// Bars in eighths of a cell.
const EIGHTHS: [&str; 9] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// Draws the side.
pub(super) fn render(part: &Part<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    if part.telling.events.is_empty() {
        let text = match part.telling.hidden {
            0 => "this source states no event",
            _ => "no event of this source is left: c clears the filters",
        };
        put(buffer, row(area, 0), &[label(text, part.theme.faint)]);
    }
    let most = part.telling.most;
    for line in 0..part.happened.height {
        let here = row(area, line);
        match part.rows.happened(part.happened.top + line) {
            Some(HappenedRow::Event(place)) => {
                if let Some(happened) = part.telling.events.get(place) {
                    draw(
                        part,
                        happened.event,
                        (happened.characters, most),
                        here,
                        buffer,
                    );
                    hits.push(here, Target::Event(happened.event));
                }
            }
            Some(HappenedRow::Undated) => {
                let heading = [
                    label("── ", part.theme.separator),
                    label("no date", part.theme.heading),
                ];
                put(buffer, here, &heading);
            }
            None => break,
        }
    }
}

fn draw(
    part: &Part<'_>,
    event: EventIx,
    (characters, most): (usize, usize),
    area: Rect,
    buffer: &mut Buffer,
) {
    let (state, theme) = (part.state, part.theme);
    let selected = state.selected == Some(event);
    let room = usize::from(area.width);
    let status = state.store.status(event);
    let digits = number_width(state);
    let mut line: Line = vec![
        label(if selected { "▌" } else { " " }, theme.cursor),
        run(
            &format!("{:>digits$} ", state.store.number(event)),
            theme.number,
        ),
        label(status_sign(status), status_style(theme, status)),
        label(review_sign(state, event), theme.caution),
        label(" ", theme.detail),
    ];
    let indent = line_width(&line);
    line.push(run(&date_text(state, event), theme.date));
    pad_to(&mut line, indent + DATE);
    line.push(label(" ", theme.detail));
    let aside = share(part, characters, most, room);
    let left = room.saturating_sub(line_width(&line) + line_width(&aside) + 1);
    let search = state.search.as_ref().map(|active| &active.search);
    let style = match status {
        Status::Happened => theme.title,
        status => theme.title.patch(status_style(theme, status)),
    };
    line.extend(found(&state.title(event), style, search, theme, left));
    put(buffer, area, &line);
    put_right(buffer, area, &aside);
    if selected {
        let leads = part.leads(Side::Happened);
        let style = if leads {
            theme.selected
        } else {
            theme.selected_unfocused
        };
        tint(buffer, area, style, theme.matched);
    }
}

/// How much of the text an event gets: in hundredths, and beside the one that gets most as a bar.
fn share(part: &Part<'_>, characters: usize, most: usize, room: usize) -> Line {
    let mut line = Line::new();
    if room >= WITH_BAR {
        let eighths = (characters * BAR * 8).div_ceil(most.max(1)).min(BAR * 8);
        let rest = EIGHTHS.get(eighths % 8).copied().unwrap_or_default();
        let bar = format!("{}{rest}", "█".repeat(eighths / 8));
        line.push(run(&format!(" {bar:<BAR$}"), part.theme.axis));
    }
    if room >= WITH_SHARE {
        let text = share_text(characters, part.telling.coverage.characters);
        line.push(run(&format!("{text:>6}"), part.theme.number));
    }
    line
}
