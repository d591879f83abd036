//! Every text can be read: contrast of each style of each theme at each depth of colour, and of every cell of real screens.

use linimasa::tui::{Depth, Family, LINES, Shade, TEXT, THEMES, Theme};
use ratatui::style::{Color, Modifier, Style};

use crate::screen::Screen;
use crate::sight::{BLINDNESS, apart, drawn, least, of_cell};

const DEPTHS: [Depth; 3] = [Depth::Truecolour, Depth::Indexed, Depth::Sixteen];

/// Signs that are no text: the lines between panes and around windows, in the style `separator`.
const NO_TEXT: [&str; 6] = ["│", "─", "┌", "┐", "└", "┘"];

/// Styles that are laid over letters of any other style and leave theirs to them.
fn grounds(theme: &Theme) -> Vec<(&'static str, Color)> {
    let screen = theme.ground.bg.unwrap();
    let mut grounds = vec![("ground", screen)];
    grounds.extend(theme.overlay.bg.map(|bg| ("overlay", bg)));
    grounds
}

/// The least contrast of a style on everything that it may stand on, and what that is.
fn worst(theme: &Theme, style: Style) -> (f64, &'static str) {
    let fg = style.fg.or(theme.ground.fg).unwrap();
    let on = match style.bg {
        Some(bg) => vec![("its own", bg)],
        None => grounds(theme),
    };
    let contrasts = on.into_iter().map(|(name, bg)| {
        let least = least(fg, bg, style.add_modifier);
        (least.expect("a built-in theme sets all its colours"), name)
    });
    contrasts
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .unwrap()
}

#[test]
// The figures are shown with `--nocapture`.
#[allow(clippy::print_stdout)]
fn every_style_of_every_theme_can_be_read_at_every_depth() {
    for (name, family, shade) in THEMES {
        for depth in DEPTHS {
            let theme = family.theme(shade).at(depth);
            let wanted = match (family, depth) {
                (Family::HighContrast, Depth::Truecolour | Depth::Indexed) => 7.0,
                _ => TEXT,
            };
            let mut lowest = (f64::INFINITY, "");
            for (style_name, style) in theme.styles() {
                let (contrast, on) = worst(&theme, style);
                let wanted = if style_name == "separator" {
                    LINES
                } else {
                    wanted
                };
                assert!(
                    contrast >= wanted,
                    "{name}, {depth:?}: {style_name} on {on} has {contrast:.2}"
                );
                assert!(
                    !style.add_modifier.contains(Modifier::DIM),
                    "{name}: {style_name}"
                );
                if style_name != "separator" && contrast < lowest.0 {
                    lowest = (contrast, style_name);
                }
            }
            println!("{name}, {depth:?}: {:.2} ({})", lowest.0, lowest.1);
        }
    }
}

/// Every style that may be laid over another, over each of them: what `tint` and spans of words make of it.
#[test]
fn styles_laid_over_each_other_can_be_read() {
    let over = |theme: &Theme| {
        [
            theme.selected,
            theme.selected_unfocused,
            theme.matched,
            theme.evidence,
            theme.evidence_current,
            theme.date_words,
            theme.date_words_current,
            theme.quote,
            theme.axis_soft,
            theme.axis_selected,
            theme.happened,
            theme.planned,
            theme.claimed,
        ]
    };
    for (name, family, shade) in THEMES {
        for depth in DEPTHS {
            let theme = family.theme(shade).at(depth);
            for (below_name, below) in theme.styles() {
                // Lines lie under letters, never the other way round, and the words of a date within those of an event.
                if below_name == "separator" {
                    continue;
                }
                for style in over(&theme) {
                    let (contrast, on) = worst(&theme, below.patch(style));
                    // A style of letters only would keep the background of the one below: only words in evidence do that.
                    let letters_on_colour = style.bg.is_none() && below.bg.is_some();
                    assert!(
                        contrast >= TEXT || letters_on_colour,
                        "{name}, {depth:?}: {style:?} over {below_name} on {on} has {contrast:.2}"
                    );
                }
            }
        }
    }
}

/// Keys that bring up everything the screen can show, one step at a time.
const WALK: [&str; 18] = [
    "",
    "1 0 G",
    "enter",
    "]",
    "g e",
    "/ T r u m p enter",
    "n",
    "g t",
    "a",
    "p u tab enter",
    "?",
    "esc :",
    "esc d x enter",
    "esc g",
    "esc esc D 2 0 2 6 - 0 1 - 0 5",
    "esc c g t v",
    "v",
    "v",
];

#[test]
fn every_cell_of_real_screens_can_be_read() {
    let themes: Vec<(String, Theme)> = THEMES
        .iter()
        .flat_map(|(name, family, shade)| {
            let file = family.theme(*shade);
            DEPTHS.map(|depth| (format!("{name}, {depth:?}"), file.at(depth)))
        })
        .collect();
    let mut screen = Screen::built_in(180, 48);
    for keys in WALK {
        screen.keys(keys);
        for (name, theme) in &themes {
            screen.theme = *theme;
            screen.draw();
            let cells = read_all(&screen, &format!("{name}, after {keys}"));
            assert!(cells > 500, "only {cells} cells were read");
        }
    }
}

/// Looks at every cell with a sign in it and counts them.
fn read_all(screen: &Screen, when: &str) -> usize {
    let mut cells = 0;
    for cell in &screen.buffer.content {
        let is_line =
            NO_TEXT.contains(&cell.symbol()) && Some(cell.fg) == screen.theme.separator.fg;
        let wanted = if is_line { LINES } else { TEXT };
        let contrast = of_cell(cell);
        let contrast =
            contrast.unwrap_or_else(|| panic!("{when}: {cell:?} leaves a colour to the terminal"));
        if !cell.symbol().trim().is_empty() {
            assert!(contrast >= wanted, "{when}: {cell:?} has {contrast:.2}");
            cells += 1;
        }
    }
    cells
}

#[test]
fn whoever_lacks_a_kind_of_cones_still_sees_different_colours() {
    for shade in [Shade::Dark, Shade::Light] {
        let theme = Family::ColourBlind.theme(shade).at(Depth::Truecolour);
        let pairs = [
            ("happened and planned", theme.happened.fg, theme.planned.fg),
            ("happened and claimed", theme.happened.fg, theme.claimed.fg),
            ("planned and claimed", theme.planned.fg, theme.claimed.fg),
            ("include and exclude", theme.include.fg, theme.exclude.fg),
            ("warning and note", theme.warning.fg, theme.note.fg),
            (
                "chosen words and matches",
                theme.evidence_current.bg,
                theme.matched.bg,
            ),
            (
                "selection and its follower",
                theme.selected.bg,
                theme.selected_unfocused.bg,
            ),
        ];
        for (what, one, other) in pairs {
            let [one, other] = [one, other].map(|colour| drawn(colour.unwrap()).unwrap()[0]);
            for (blindness, seen) in &BLINDNESS {
                let far = apart(one, other, seen);
                assert!(
                    far > 0.05,
                    "{shade:?}, {blindness}: {what} are {far:.3} apart"
                );
            }
        }
    }
}
