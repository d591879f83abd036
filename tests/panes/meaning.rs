//! Meaning is never told by colour alone: whatever two things must be told apart differ in a sign, a word or a modifier, with
//! colours and without, in every theme.

use linimasa::app::Pane;
use linimasa::tui::{Depth, THEMES, Theme};
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::screen::Screen;

/// The themes without any colour: what is left of each is its modifiers.
fn colourless() -> impl Iterator<Item = (&'static str, Theme)> {
    THEMES
        .map(|(name, family, shade)| (name, family.theme(shade).at(Depth::Colourless)))
        .into_iter()
}

#[test]
fn styles_that_say_different_things_of_words_differ_in_their_modifiers() {
    for (name, theme) in colourless() {
        for (_, style) in theme.styles() {
            assert_eq!((style.fg, style.bg), (None, None), "{name}");
        }
        let groups: [&[(&str, Style)]; 3] = [
            // Words of the article.
            &[
                ("ordinary", theme.detail),
                ("quote", theme.quote),
                ("evidence", theme.evidence),
                ("evidence-current", theme.evidence_current),
                ("date-words", theme.date_words),
                ("date-words-current", theme.date_words_current),
                ("match", theme.matched),
            ],
            &[
                ("title", theme.pane_title),
                ("focused title", theme.pane_title_focused),
            ],
            &[
                ("title", theme.title),
                ("selected", theme.selected),
                ("selected-unfocused", theme.selected_unfocused),
                ("match", theme.matched.add_modifier(Modifier::UNDERLINED)),
            ],
        ];
        for group in groups {
            for (place, (one, style)) in group.iter().enumerate() {
                for (other, beside) in group.iter().skip(place + 1) {
                    assert_ne!(
                        style.add_modifier, beside.add_modifier,
                        "{name}: {one}, {other}"
                    );
                }
            }
        }
    }
}

/// What is left of a cell without its colours.
fn plain(cell: &Cell) -> (String, Modifier) {
    (cell.symbol().to_owned(), cell.modifier)
}

/// What is left of an area.
fn seen(screen: &Screen, area: Rect) -> Vec<(String, Modifier)> {
    area.positions()
        .map(|place| plain(&screen.buffer[place]))
        .collect()
}

fn built_in(theme: Theme) -> Screen {
    let mut screen = Screen::built_in(180, 60);
    screen.theme = theme;
    screen.draw();
    screen
}

#[test]
fn selection_focus_filters_and_matches_are_seen_without_colours() {
    for (name, theme) in colourless() {
        let mut screen = built_in(theme);
        let whole = screen.buffer.area;
        screen.go_to("istanbul-1");
        let one = seen(&screen, screen.pane(Pane::Timeline));
        screen.go_to("istanbul-2");
        assert_ne!(
            one,
            seen(&screen, screen.pane(Pane::Timeline)),
            "{name}: the selection"
        );
        let timeline = seen(&screen, whole);
        screen.keys("tab");
        let titles = |screen: &Screen| {
            let area = screen.pane(Pane::Timeline);
            seen(screen, Rect::new(0, area.y - 1, whole.width, 1))
        };
        assert_ne!(timeline, seen(&screen, whole));
        let leads = titles(&screen);
        screen.keys("tab");
        assert_ne!(leads, titles(&screen), "{name}: the focus");
        screen.keys("g t a").text("iran").keys("tab");
        let includes = screen.shown();
        assert!(includes.contains("[+] Iran"), "{name}: {includes}");
        screen.keys("tab");
        assert!(screen.shown().contains("[−] Iran"), "{name}");
        screen.keys("esc");
        let before = seen(&screen, screen.pane(Pane::Source));
        screen.keys("/").text("istanbul").keys("enter");
        assert_ne!(
            before,
            seen(&screen, screen.pane(Pane::Source)),
            "{name}: a match"
        );
        screen.keys("/").text("istanbul").keys("enter");
        screen.go_to("istanbul-2");
        let plain = screen.letters(screen.pane(Pane::Timeline), |cell| {
            cell.modifier.contains(Modifier::BOLD) && !cell.modifier.contains(Modifier::REVERSED)
        });
        assert!(
            plain.contains("Istanbul"),
            "{name}: a match in the selection: {plain}"
        );
    }
}

#[test]
fn words_that_a_sentence_gives_stand_out_without_colours() {
    for (name, theme) in colourless() {
        let mut screen = built_in(theme);
        screen.go_to("pause-confirmed").keys("enter");
        let looks = |modifier: Modifier| {
            screen.letters(screen.pane(Pane::Source), |cell| cell.modifier == modifier)
        };
        let dates = looks(theme.date_words_current.add_modifier);
        assert!(dates.contains("sehari"), "{name}: {dates}");
        assert!(
            !looks(theme.evidence_current.add_modifier).is_empty(),
            "{name}"
        );
    }
}
