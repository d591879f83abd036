//! One frame: state in, screen and hit areas out.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::density::Density;
use super::hits::Hits;
use super::lanes::LanesCache;
use super::layout::layout;
use super::minimap::MapCache;
use super::paint::{Line, blank, label, put, row, run};
use super::theme::Theme;
use super::wrapped::WrapCache;
use super::{attribution, axis, event, header, hints, lanes, overlay, source, timeline, told};
use crate::app::{Pane, Perspective, State, Windows};

/// What a frame leaves behind: what clicks would hit, which rows were seen, where the cursor stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// What clicks would hit.
    pub hits: Hits,
    /// Which rows each pane showed.
    pub seen: Windows,
    /// Where the terminal's cursor stands; hidden if nowhere.
    pub cursor: Option<Position>,
}

/// What the last frames worked out. It saves work, and knows by which count of rows a long text is scrolled.
#[derive(Debug, Default)]
pub struct DrawCache {
    wraps: WrapCache,
    density: Density,
    lanes: LanesCache,
    map: MapCache,
}

/// Draws the whole screen. Depends on the state and the size alone; the cache only saves work.
pub fn render(state: &State, theme: &Theme, cache: &mut DrawCache, buffer: &mut Buffer) -> Frame {
    let screen = buffer.area;
    let mut frame = Frame {
        seen: state.seen,
        ..Frame::default()
    };
    blank(buffer, screen, theme.ground);
    if screen.is_empty() {
        return frame;
    }
    let areas = layout(state, screen);
    header::render(state, theme, areas.header, buffer);
    let (density, hits) = (&mut cache.density, &mut frame.hits);
    match state.perspective {
        Perspective::Lanes => {
            lanes::overview(state, theme, &mut cache.lanes, areas.axis, buffer, hits);
        }
        _ => axis::render(state, theme, density, areas.axis, buffer, hits),
    }
    for separator in &areas.separators {
        for line in 0..usize::from(separator.height) {
            put(
                buffer,
                row(*separator, line),
                &[label("│", theme.separator)],
            );
        }
    }
    for (pane, area) in &areas.panes {
        draw_pane(state, theme, *pane, *area, buffer, &mut frame, cache);
    }
    let (seen, cursor) = overlay::render(state, theme, screen, buffer, &mut frame.hits);
    frame.seen.overlay = seen;
    let prompt = hints::render(state, theme, areas.hints, buffer);
    frame.cursor = prompt.or(cursor);
    frame
}

fn draw_pane(
    state: &State,
    theme: &Theme,
    pane: Pane,
    area: Rect,
    buffer: &mut Buffer,
    frame: &mut Frame,
    cache: &mut DrawCache,
) {
    frame.hits.push_pane(area, pane);
    let with_title = area.height >= 2;
    if with_title {
        let style = if state.focus == pane {
            theme.pane_title_focused
        } else {
            theme.pane_title
        };
        let line = row(area, 0);
        super::paint::tint(buffer, line, style, theme.matched);
        put(buffer, line, &title(state, pane, style));
    }
    let body = Rect {
        y: area.y + u16::from(with_title),
        height: area.height - u16::from(with_title),
        ..area
    };
    let hits = &mut frame.hits;
    match pane {
        Pane::Timeline => {
            frame.seen.timeline = match state.perspective {
                Perspective::List => timeline::render(state, theme, body, buffer, hits),
                Perspective::Lanes => {
                    let (window, plot) =
                        lanes::render(state, theme, &mut cache.lanes, body, buffer, hits);
                    frame.seen.lanes = plot;
                    window
                }
                Perspective::Told => {
                    let (told, happened) = told::render(state, theme, body, buffer, hits);
                    frame.seen.happened = happened;
                    told
                }
                Perspective::Attribution => attribution::render(state, theme, body, buffer, hits),
            };
        }
        Pane::Event => frame.seen.event = event::render(state, theme, body, buffer, hits),
        Pane::Source => {
            frame.seen.source = source::render(
                state,
                theme,
                body,
                buffer,
                hits,
                (&mut cache.wraps, &mut cache.map),
            );
        }
    }
}

fn title(state: &State, pane: Pane, style: ratatui::style::Style) -> Line {
    match pane {
        Pane::Timeline => {
            let mut line = vec![label(" Timeline", style)];
            if state.perspective != Perspective::List {
                line.push(label(" · ", style));
                line.push(label(state.perspective.name(), style));
            }
            line
        }
        Pane::Event => {
            let number = state.selected.map(|event| state.store.number(event));
            let number = number.map_or_else(String::new, |number| format!(" {number}"));
            vec![label(" Event", style), run(&number, style)]
        }
        Pane::Source => {
            let mut line = vec![label(" Source", style)];
            let count = state.store.source_count();
            if count > 1 {
                let place = format!(" {} of {count}", state.cursor.source.at() + 1);
                line.push(run(&place, style));
            }
            if let Some(source) = state.store.source(state.cursor.source) {
                let name = source
                    .publisher
                    .as_ref()
                    .or(source.title.as_ref())
                    .unwrap_or(&source.id);
                line.push(run(&format!(" · {name}"), style));
                if state.hash_differs(state.cursor.source) {
                    line.push(label(" · sha256 differs", style));
                }
                if let Some(published) = &source.published {
                    let inferred = if source.published_inferred {
                        "* (inferred)"
                    } else {
                        ""
                    };
                    let turned = match state.turned.has(state.cursor.source) {
                        true => " Δ",
                        false => "",
                    };
                    let words = format!(" · {published}{inferred}{turned}");
                    line.push(run(&words, style));
                }
            }
            line
        }
    }
}
