//! Text that adversaries wrote reaches no cell of the screen as a control, and moves no pane.

use linimasa::app::Pane;

use crate::screen::Screen;

const ATTACKS: &str = "\u{1b}[2J\u{9b}31m\u{202e}abc\u{2066}\u{200b}\u{7}e\u{301}\u{302}\u{303}\u{304}\u{305}\u{e0041}";

fn timeline() -> String {
    // TOML's own escapes, as a hostile file would use them.
    let text: String = ATTACKS
        .chars()
        .map(|letter| format!("\\U{:08X}", letter as u32))
        .collect();
    format!(
        "format = \"linimasa/1\"\ntitle = \"T{text}\"\n\
         [[sources]]\nid = \"s\"\ntitle = \"S{text}\"\npublisher = \"P{text}\"\ntext = \"a.txt\"\n\
         [[actors]]\nid = \"a\"\nname = \"A{text}\"\nkind = \"person\"\n\
         [[events]]\nid = \"e\"\ntitle = \"E{text}\"\nkind = \"K{text}\"\n\
         actors = [{{ id = \"a\", role = \"R{text}\" }}]\ntitles = {{ en = \"X{text}\" }}\n\
         [[events.claims]]\nsource = \"s\"\ndate = \"2025-07-03\"\nby = \"B{text}\"\nvia = \"V{text}\"\nnote = \"N{text}\"\n\
         [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"W{text}\"\nstart = 0\nend = {}\n",
        1 + ATTACKS.chars().count()
    )
}

#[test]
fn every_field_is_shown_with_its_attack_visible() {
    let article = format!("W{ATTACKS}.\nAnd more.\n");
    let mut screen = Screen::of(&timeline(), &article, 160, 44);
    for keys in [
        "", "enter", "a", "esc s", "esc /", "x esc ?", "esc z", "tab",
    ] {
        screen.keys(keys);
        for cell in &screen.buffer.content {
            let bad = cell.symbol().chars().any(|letter| {
                letter.is_control() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}')
            });
            assert!(!bad, "{:?}", cell.symbol());
        }
    }
    screen.keys("z esc g t");
    for pane in [Pane::Timeline, Pane::Event, Pane::Source] {
        assert!(
            screen.pane_text(pane).contains('␛'),
            "{pane:?}\n{}",
            screen.pane_text(pane)
        );
    }
}

#[test]
fn hostile_text_moves_no_separator() {
    let article = format!("W{ATTACKS}.\nAnd more.\n");
    for width in [100, 113, 160, 200] {
        let screen = Screen::of(&timeline(), &article, width, 30);
        let areas = linimasa::tui::layout(&screen.state, screen.buffer.area);
        for separator in areas.separators {
            for position in separator.positions() {
                assert_eq!(screen.buffer[position].symbol(), "│");
            }
        }
    }
}
