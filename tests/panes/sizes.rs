//! Every size has a picture: nothing panics from 0×0 to a wall of screens, and the cursor stays in sight.

use crate::screen::Screen;

#[test]
fn no_size_panics_in_any_mode() {
    for keys in [
        "",
        "enter",
        "tab",
        "z",
        "a",
        "?",
        ":",
        "/ p u t i n",
        "d 2",
        "s",
        "2 v",
        "2 v z 5 + j j",
        "2 v b 9 + > G",
        "3 v",
        "3 v h",
        "3 v enter tab",
        "4 v",
        "4 v } } j",
    ] {
        let mut screen = Screen::built_in(120, 40);
        screen.keys(keys);
        for height in (0..7).chain([11, 12, 19, 20, 24, 36, 60]) {
            for width in (0..12).chain([19, 20, 39, 59, 60, 99, 100, 200, 400]) {
                screen.resize(width, height);
            }
        }
    }
}

#[test]
fn the_layout_folds_with_the_width() {
    let mut screen = Screen::built_in(100, 30);
    let panes = |screen: &Screen| {
        linimasa::tui::layout(&screen.state, screen.buffer.area)
            .panes
            .len()
    };
    assert_eq!(panes(&screen), 3);
    screen.resize(99, 30);
    assert_eq!(panes(&screen), 2);
    screen.resize(60, 30);
    assert_eq!(panes(&screen), 2);
    screen.resize(59, 30);
    assert_eq!(panes(&screen), 1);
    screen.resize(200, 30);
    screen.keys("z");
    assert_eq!(panes(&screen), 1);
}

#[test]
fn the_selected_event_and_the_cursors_sentence_stay_in_sight_at_every_height() {
    for height in 8..40 {
        let mut screen = Screen::built_in(160, height);
        for id in [
            "invasion-2022",
            "call-zelensky",
            "direct-talks-only",
            "istanbul-1",
        ] {
            screen.go_to(id);
            assert!(
                screen
                    .pane_text(linimasa::app::Pane::Timeline)
                    .contains('▌'),
                "{id} at {height}"
            );
            screen.keys("enter");
            assert!(
                screen.pane_text(linimasa::app::Pane::Source).contains('▶'),
                "{id} at {height}"
            );
            screen.keys("enter");
        }
    }
}
