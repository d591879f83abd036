//! The bottom line: a prompt, the keys that may follow, a message, or what can be done here. All of it from the action table.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input;

use super::paint::{self, Line, label, line_width, put, run};
use super::theme::Theme;
use crate::app::{
    Action, KeyMode, Overlay, Pane, Perspective, PickerKind, Prompt, State, Tone, Turning,
};
use crate::text::{SafeText, width};

/// Draws the line and tells where a prompt's cursor stands.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    if let Some(Overlay::Prompt(prompt)) = &state.overlay {
        return prompt_line(state, theme, prompt, area, buffer);
    }
    if let Some(Overlay::Turning(turning)) = &state.overlay {
        return turning_line(state, theme, turning, area, buffer);
    }
    let room = usize::from(area.width);
    let line = if !state.pending.is_empty() || state.count.is_some() {
        pending(state, theme, room)
    } else if let Some(message) = &state.message {
        let style = match message.tone {
            Tone::Note => theme.note,
            Tone::Warning => theme.warning,
        };
        vec![run(&message.text, style)]
    } else {
        actions(state, theme, here(state), room)
    };
    put(buffer, area, &line);
    None
}

fn prompt_line(
    state: &State,
    theme: &Theme,
    prompt: &Prompt,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let typed = prompt.line.value();
    let aside = match (&prompt.error, &state.message) {
        (Some(error), _) => vec![run(&format!("  {error}"), theme.warning)],
        (None, Some(message)) if !typed.is_empty() => {
            vec![run(&format!("  {}", message.text), theme.note)]
        }
        _ if typed.is_empty() => vec![run(prompt.kind.example(), theme.faint)],
        _ => Line::new(),
    };
    edit_line(
        theme,
        prompt.kind.label(),
        &prompt.line,
        aside,
        area,
        buffer,
    )
}

/// The publication date being turned: what it is and was, what follows, and the keys.
fn turning_line(
    state: &State,
    theme: &Theme,
    turning: &Turning,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let turned = &state.turned;
    let name = turning.label(turned);
    let room = usize::from(area.width).saturating_sub(width(&name));
    let mut aside = match (&turning.error, turned.is_empty()) {
        (Some(error), _) => vec![run(&format!("  {error}"), theme.warning)],
        (None, false) => vec![run(&format!("  {}", turned.summary()), theme.note)],
        (None, true) => Line::new(),
    };
    if turning.error.is_none() {
        let keys = [
            Action::TurnLater,
            Action::TurnEarlier,
            Action::Accept,
            Action::Cancel,
        ];
        let hints = actions(
            state,
            theme,
            &keys,
            room.saturating_sub(line_width(&aside) + 4),
        );
        aside.push(label("   ", theme.hint));
        aside.extend(hints);
    }
    edit_line(theme, &name, &turning.line, aside, area, buffer)
}

/// A line that is being typed, behind its label, and where its cursor stands.
fn edit_line(
    theme: &Theme,
    name: &str,
    input: &Input,
    aside: Line,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let typed = input.value();
    let before: String = typed.chars().take(input.cursor()).collect();
    let cursor = width(name) + width(SafeText::new(&before).as_str());
    let mut line: Line = vec![run(name, theme.key), paint::typed(typed, theme.title)];
    line.extend(aside);
    // A line longer than the screen shows the part around its cursor.
    let room = usize::from(area.width).max(1);
    if cursor >= room {
        let tail = SafeText::new(&before);
        let text = tail.as_str();
        let start = text
            .char_indices()
            .map(|(at, _)| at)
            .find(|at| width(text.get(*at..).unwrap_or("")) < room);
        line = vec![run(
            text.get(start.unwrap_or(text.len())..).unwrap_or(""),
            theme.title,
        )];
    }
    put(buffer, area, &line);
    let column = u16::try_from(cursor.min(room - 1)).unwrap_or(0);
    (!area.is_empty()).then_some(Position {
        x: area.x + column,
        y: area.y,
    })
}

/// What has been typed of a longer binding, and how it can go on.
fn pending(state: &State, theme: &Theme, room: usize) -> Line {
    let typed: Vec<String> = state.pending.iter().map(ToString::to_string).collect();
    let count = state
        .count
        .map_or_else(String::new, |count| count.to_string());
    let mut line: Line = vec![run(&format!("{count}{} ", typed.join(" ")), theme.key)];
    if !state.pending.is_empty() {
        let follow = state.keymap.continuations(state.key_mode(), &state.pending);
        for (keys, action) in follow {
            let word = action.entry().map_or("", |entry| {
                if entry.hint.is_empty() {
                    entry.name
                } else {
                    entry.hint
                }
            });
            add_hint(&mut line, theme, &keys, word, room);
        }
    }
    line
}

fn actions(state: &State, theme: &Theme, wanted: &[Action], room: usize) -> Line {
    let mut line = Line::new();
    let mode = state.key_mode();
    for action in wanted {
        let keys = state.keymap.keys_of(mode, action);
        if let (Some(key), Some(entry)) = (keys.first(), action.entry()) {
            add_hint(&mut line, theme, key, entry.hint, room);
        }
    }
    line
}

/// Adds a hint if all of it fits.
fn add_hint(line: &mut Line, theme: &Theme, keys: &str, word: &str, room: usize) {
    let between = if line.is_empty() { "" } else { "  " };
    let hint = [
        label(between, theme.hint),
        run(keys, theme.key),
        run(&format!(" {word}"), theme.hint),
    ];
    if line_width(line) + line_width(&hint) <= room {
        line.extend(hint);
    }
}

/// What is worth a hint, the most useful first.
const fn here(state: &State) -> &'static [Action] {
    match (&state.overlay, state.focus) {
        (Some(Overlay::Picker(picker)), _) if !matches!(picker.kind, PickerKind::Actors) => {
            &[Action::Accept, Action::Cancel]
        }
        (Some(Overlay::Picker(_)), _) => &[
            Action::PickerCycle,
            Action::PickerAny,
            Action::PickerSpeaker,
            Action::Accept,
            Action::Cancel,
        ],
        (Some(Overlay::Help(_) | Overlay::Notices(_)), _) => &[Action::Close],
        (_, Pane::Timeline) if matches!(state.perspective, Perspective::Lanes) => &[
            Action::Follow,
            Action::NextInLane,
            Action::ZoomIn,
            Action::ZoomOut,
            Action::LanesBy,
            Action::FilterActors,
            Action::Help,
            Action::Quit,
            Action::Search,
            Action::ShowAll,
            Action::SwitchView,
            Action::NextPane,
        ],
        (_, Pane::Timeline) => &[
            Action::Follow,
            Action::FilterActors,
            Action::Search,
            Action::Help,
            Action::Quit,
            Action::FilterDates,
            Action::NextPane,
            Action::NextAnchor,
            Action::NextQuote,
            Action::Copy,
            Action::GoToDate,
            Action::Back,
            Action::ToggleFilters,
            Action::ClearFilters,
            Action::Zoom,
        ],
        (_, Pane::Event) => &[
            Action::Follow,
            Action::NextAnchor,
            Action::NextQuote,
            Action::Help,
            Action::Quit,
            Action::Copy,
            Action::NextPane,
            Action::Back,
            Action::FilterActors,
            Action::Search,
            Action::Zoom,
        ],
        (_, Pane::Source) => &[
            Action::Follow,
            Action::NextAnchor,
            Action::NextQuote,
            Action::Help,
            Action::Quit,
            Action::Copy,
            Action::Search,
            Action::Back,
            Action::TurnPublished,
            Action::OpenSource,
            Action::ChooseSource,
            Action::NextPane,
            Action::Zoom,
        ],
    }
}

/// The modes that the help page explains, with their headings.
pub(super) const EXPLAINED: [(KeyMode, &str); 4] = [
    (KeyMode::Browse, "Panes"),
    (KeyMode::Picker, "Pickers (letters narrow the list)"),
    (KeyMode::Prompt, "Prompts"),
    (KeyMode::Turn, "Turning a publication date"),
];
