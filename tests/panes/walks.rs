//! Any keys in any order leave a sound state and a screen.

use linimasa::app::{Action, Pane, press, update};
use proptest::prelude::*;

use crate::screen::Screen;

const KEYS: &[&str] = &[
    "j",
    "k",
    "g",
    "G",
    "{",
    "}",
    "tab",
    "shift-tab",
    "enter",
    "]",
    "[",
    "\"",
    "H",
    "L",
    "a",
    "/",
    "n",
    "N",
    "d",
    "F",
    "c",
    "s",
    "y",
    "z",
    ":",
    "?",
    "esc",
    "2",
    "9",
    "down",
    "up",
    "pgdn",
    "pgup",
    "home",
    "end",
    "ctrl-t",
    "ctrl-o",
    "ctrl-u",
    "backspace",
    "left",
    "right",
    "h",
    "l",
    "v",
    "i",
    "w",
    "v",
    "M",
    "r",
    "0",
    "-",
    "t",
    "e",
];

fn sound(screen: &Screen) {
    let state = &screen.state;
    if let Some(event) = state.selected {
        assert!(state.view.contains(event));
    } else {
        assert!(state.view.is_empty());
    }
    if let Some(stop) = state.stop {
        assert!(stop < state.stops().len());
    }
    let document = state.store.source_text(state.cursor.source).unwrap();
    assert!(state.cursor.sentence < document.sentences().len());
    assert!(state.focus == Pane::Timeline || state.focus == state.beside);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_keys_leave_a_sound_state(
        keys in proptest::collection::vec(0..KEYS.len(), 1..120),
        width in 0..180_u16,
        height in 0..50_u16,
    ) {
        let mut screen = Screen::built_in(width, height);
        for key in keys {
            press(&mut screen.state, KEYS[key].parse().unwrap());
            screen.draw();
            sound(&screen);
        }
    }

    #[test]
    fn clicks_and_the_wheel_anywhere_leave_a_sound_state(
        clicks in proptest::collection::vec((0..120_u16, 0..40_u16, -5..5_i32, any::<bool>()), 1..40),
    ) {
        let mut screen = Screen::built_in(120, 40);
        for (x, y, rows, is_click) in clicks {
            if is_click {
                if let Some(target) = screen.frame.hits.target(x, y) {
                    update(&mut screen.state, &Action::Point(target), None);
                }
            } else if let Some(pane) = screen.frame.hits.pane(x, y) {
                update(&mut screen.state, &Action::Wheel(pane, rows), None);
            }
            screen.draw();
            sound(&screen);
        }
    }
}
