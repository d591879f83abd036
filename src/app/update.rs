//! Action → next state. Pure: what reaches outside the program is returned as effects.

use super::action::Action;
use super::browse;
use super::citation::{Citation, citation};
use super::following;
use super::lanes;
use super::message::Message;
use super::overlay::Overlay;
use super::perspective;
use super::prompt::PromptKind;
use super::scroll::Scroll;
use super::state::{Cursor, State};
use super::target::{Pane, Target};
use super::told;
use crate::text::has_controls;

/// What the program has to do outside its own state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End.
    Quit,
    /// Suspend, as the shell's job control asks.
    Suspend,
    /// Bring text to the clipboard.
    Copy(Citation),
    /// Open a web page; http and https only.
    OpenUrl(String),
    /// Show a read-only copy of a text in the user's editor, at a line counted from 1.
    ShowText {
        /// What to call the copy.
        name: String,
        /// The text.
        text: String,
        /// The line to begin at.
        line: usize,
    },
    /// Take the mouse, or give it back.
    Mouse(bool),
}

/// Carries out one action. `count` is the number typed before it.
pub fn update(state: &mut State, action: &Action, count: Option<usize>) -> Vec<Effect> {
    let effects = carry_out(state, action, count);
    lanes::keep_up(state);
    effects
}

fn carry_out(state: &mut State, action: &Action, count: Option<usize>) -> Vec<Effect> {
    let cycle = state.cycle.take();
    state.message = None;
    if let Some(overlay) = state.overlay.take() {
        return update_overlay(state, overlay, action, count);
    }
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Copy => return copy(state),
        Action::OpenSource => return open_source(state),
        Action::ToggleMouse => {
            state.mouse = !state.mouse;
            let word = if state.mouse { "on" } else { "off" };
            state.message = Some(Message::note(format!("mouse {word}")));
            return vec![Effect::Mouse(state.mouse)];
        }
        Action::Follow if cycle.is_none() && lanes::open(state) => {}
        Action::Follow => following::follow(state, cycle),
        Action::Help => state.overlay = Some(Overlay::Help(Scroll::default())),
        Action::Notices if state.notices.is_empty() => {
            state.message = Some(Message::note(
                "no notices: everything was found as the file says",
            ));
        }
        Action::Notices => state.overlay = Some(Overlay::Notices(Scroll::default())),
        Action::SwitchView => perspective::switch(state, count),
        Action::NextOfMouth => state.next_of_mouth(),
        Action::SwitchTitles => state.switch_titles(),
        Action::Palette => state.open_palette(),
        Action::FilterActors => state.open_actors(),
        Action::ChooseSource => state.open_sources(),
        Action::Search => state.open_prompt(PromptKind::Search),
        Action::FilterDates => state.open_prompt(PromptKind::Dates),
        Action::GoToDate => state.open_prompt(PromptKind::GoTo),
        Action::TurnPublished => state.open_turning(),
        Action::NextHit => state.step_hit(count.unwrap_or(1), true),
        Action::PreviousHit => state.step_hit(count.unwrap_or(1), false),
        Action::FilterStatus => state.filter_status(),
        Action::FilterHits => state.filter_hits(),
        Action::ToggleFilters => state.toggle_filters(),
        Action::ClearFilters => state.clear_filters(),
        Action::Close => close(state),
        Action::Point(target) => point(state, *target),
        Action::Wheel(pane, rows) => wheel(state, *pane, *rows),
        Action::WheelAxis(moment, rows) => lanes::zoom_at(state, *moment, *rows),
        other => browse::browse(state, other, count),
    }
    Vec::new()
}

fn update_overlay(
    state: &mut State,
    overlay: Overlay,
    action: &Action,
    count: Option<usize>,
) -> Vec<Effect> {
    match (overlay, action) {
        (overlay, Action::Suspend) => {
            state.overlay = Some(overlay);
            return vec![Effect::Suspend];
        }
        (Overlay::Help(scroll), action) => {
            state.overlay = page(state, scroll, action, count).map(Overlay::Help);
        }
        (Overlay::Notices(scroll), action) => {
            state.overlay = page(state, scroll, action, count).map(Overlay::Notices);
        }
        (Overlay::Prompt(prompt), action) => state.update_prompt(prompt, action),
        (Overlay::Turning(turning), Action::Point(target)) => {
            point(state, *target);
            state.overlay = Some(Overlay::Turning(turning));
        }
        (Overlay::Turning(turning), Action::Wheel(pane, rows)) => {
            wheel(state, *pane, *rows);
            state.overlay = Some(Overlay::Turning(turning));
        }
        (Overlay::Turning(turning), action) => state.update_turning(turning, action),
        (Overlay::Picker(picker), action) => return state.update_picker(picker, action),
    }
    Vec::new()
}

/// A page of text over the panes: scrolled, or closed.
fn page(
    state: &State,
    mut scroll: Scroll,
    action: &Action,
    count: Option<usize>,
) -> Option<Scroll> {
    let window = state.seen.overlay;
    let page = i32::try_from(window.page).unwrap_or(i32::MAX);
    let times = i32::try_from(count.unwrap_or(1)).unwrap_or(i32::MAX);
    let rows = match action {
        Action::Down => times,
        Action::Up => -times,
        Action::PageDown => page.saturating_mul(times),
        Action::PageUp => -page.saturating_mul(times),
        Action::First => i32::MIN,
        Action::Last => i32::MAX,
        Action::Wheel(_, rows) => *rows,
        Action::Close | Action::Point(_) => return None,
        _ => 0,
    };
    scroll.wheel(window, rows);
    Some(scroll)
}

/// Esc, when no overlay is open and no keys are pending: the search is the last thing to close.
fn close(state: &mut State) {
    if state.search.take().is_some() {
        if std::mem::take(&mut state.only_hits) {
            state.refresh_view();
        }
        state.message = Some(Message::note("search closed"));
    } else {
        state.stop_reading();
    }
}

fn point(state: &mut State, target: Target) {
    match target {
        Target::Pane(pane) => browse::focus(state, pane),
        Target::Event(event) => {
            if !told::point(state, event) {
                state.select(Some(event));
            }
            browse::focus(state, Pane::Timeline);
        }
        Target::Mouth(mouth) => state.go_to_mouth(mouth),
        Target::Stop(stop) => {
            browse::focus(state, Pane::Event);
            state.choose_stop(Some(stop));
        }
        Target::Sentence(source, sentence) => {
            browse::focus(state, Pane::Source);
            state.read(Cursor { source, sentence });
            following::say_events_here(state);
        }
        Target::Told(source, sentence) => {
            browse::focus(state, Pane::Timeline);
            state.sides.leads = told::Side::Told;
            state.read(Cursor { source, sentence });
            following::say_events_here(state);
        }
        Target::InLane(lane, event) => {
            state.lanes.lane = Some(lane);
            state.select(Some(event));
            browse::focus(state, Pane::Timeline);
        }
        Target::Lane(lane, moment) => lanes::point_at(state, Some(lane), moment),
        Target::Axis(moment) => lanes::point_at(state, None, Some(moment)),
        Target::Overview(moment) => lanes::centre(state, moment),
        Target::Row(_) => {}
    }
}

fn wheel(state: &mut State, pane: Pane, rows: i32) {
    match pane {
        Pane::Timeline => told::wheel(state, rows),
        Pane::Event => state.event_scroll.wheel(state.seen.event, rows),
        Pane::Source => state.source_scroll.wheel(state.seen.source, rows),
    }
}

fn copy(state: &mut State) -> Vec<Effect> {
    match citation(state) {
        Some(citation) => vec![Effect::Copy(citation)],
        None => {
            state.message = Some(Message::warning("there are no words to copy here"));
            Vec::new()
        }
    }
}

fn open_source(state: &mut State) -> Vec<Effect> {
    let source = state.store.source(state.cursor.source);
    if let Some(url) = source.and_then(|source| source.url.clone()) {
        if is_web_page(&url) {
            return vec![Effect::OpenUrl(url)];
        }
        let refused = format!("not opened, only plain http and https addresses are: {url}");
        state.message = Some(Message::warning(refused));
        return Vec::new();
    }
    match copy_of_source(state) {
        Some(copy) => vec![copy],
        None => {
            let missing = "this source has neither a URL nor a stored text";
            state.message = Some(Message::warning(missing));
            Vec::new()
        }
    }
}

/// Whether an address may be given to a browser: http or https, and nothing in it that is not seen or ends an argument.
fn is_web_page(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let is_plain = !has_controls(url) && !url.contains(char::is_whitespace);
    is_plain && (lower.starts_with("https://") || lower.starts_with("http://"))
}

/// A read-only copy of the source under the cursor, to be shown in the user's editor; `None` where no text is stored.
#[must_use]
pub fn copy_of_source(state: &State) -> Option<Effect> {
    let source = state.store.source(state.cursor.source)?;
    let document = state.store.source_text(state.cursor.source)?;
    let text = document.text()?;
    let span = document.sentences().get(state.cursor.sentence);
    let before = span
        .and_then(|span| text.get(..span.range.start))
        .unwrap_or("");
    Some(Effect::ShowText {
        name: source.id.clone(),
        text: text.to_owned(),
        line: before.matches('\n').count() + 1,
    })
}
