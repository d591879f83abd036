//! A key → what it does: counts, keys of several strokes, text for pickers and prompts.

use super::action::{Action, LineEdit};
use super::keymap::{KeyMode, Lookup};
use super::keys::{Key, KeyCode};
use super::message::Message;
use super::overlay::Overlay;
use super::state::State;
use super::update::{Effect, update};

/// More than anybody types before a key.
const LARGEST_COUNT: usize = 99_999_999;

/// Takes one key.
pub fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let mode = state.key_mode();
    let types_text = matches!(mode, KeyMode::Picker | KeyMode::Prompt | KeyMode::Turn);
    if key.code == KeyCode::Char('-')
        && let Some(Overlay::Turning(turning)) = &state.overlay
        && turning.writes_date()
    {
        return update(state, &Action::Type('-'), None);
    }
    if key.code == KeyCode::Esc && !state.pending.is_empty() {
        state.pending.clear();
        state.count = None;
        return Vec::new();
    }
    if !types_text
        && state.pending.is_empty()
        && let Some(digit) = digit(state, key)
    {
        state.count = Some(digit.min(LARGEST_COUNT));
        return Vec::new();
    }
    state.pending.push(key);
    match state.keymap.lookup(mode, &state.pending) {
        Lookup::Prefix => Vec::new(),
        Lookup::Action(action) => {
            state.pending.clear();
            let count = state.count.take();
            update(state, &action, count)
        }
        Lookup::Nothing => {
            let typed = std::mem::take(&mut state.pending);
            state.count = None;
            if types_text {
                let action = line_action(key);
                return action.map_or_else(Vec::new, |action| update(state, &action, None));
            }
            say_unbound(state, &typed);
            Vec::new()
        }
    }
}

/// The count that this digit makes of the one typed so far; a leading 0 is none.
fn digit(state: &State, key: Key) -> Option<usize> {
    let digit = key.typed()?.to_digit(10)? as usize;
    match state.count {
        Some(count) => Some(count.saturating_mul(10).saturating_add(digit)),
        None => (digit > 0).then_some(digit),
    }
}

fn line_action(key: Key) -> Option<Action> {
    if let Some(letter) = key.typed() {
        return Some(Action::Type(letter));
    }
    let edit = match (key.code, key.ctrl) {
        (KeyCode::Backspace, false) => LineEdit::Backspace,
        (KeyCode::Backspace, true) | (KeyCode::Char('w'), true) => LineEdit::BackspaceWord,
        (KeyCode::Char('u'), true) => LineEdit::Clear,
        (KeyCode::Delete, _) => LineEdit::Delete,
        (KeyCode::Left, _) => LineEdit::Left,
        (KeyCode::Right, _) => LineEdit::Right,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => LineEdit::Start,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => LineEdit::End,
        _ => return None,
    };
    Some(Action::Edit(edit))
}

fn say_unbound(state: &mut State, typed: &[Key]) {
    let ctrl_c = typed
        .iter()
        .any(|key| key.ctrl && key.code == KeyCode::Char('c'));
    let names: Vec<String> = typed.iter().map(Key::to_string).collect();
    state.message = Some(if ctrl_c {
        Message::note("q quits")
    } else {
        Message::note(format!(
            "{} does nothing here · ? shows the keys",
            names.join(" ")
        ))
    });
}
