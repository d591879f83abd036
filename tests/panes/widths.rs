//! Text of every width: whatever is shown, no separator moves and no cluster crosses an edge, at every width of the screen.

use ratatui::layout::Rect;

use crate::screen::Screen;
use crate::wide::of_every_width;

/// What is wrong with a screen: separators that are not where the layout has them, clusters that cross an edge.
fn faults(screen: &Screen) -> Vec<String> {
    let mut faults = Vec::new();
    let areas = linimasa::tui::layout(&screen.state, screen.buffer.area);
    for position in areas.separators.iter().flat_map(|area| area.positions()) {
        if screen.buffer[position].symbol() != "│" {
            faults.push(format!("no separator at {position}"));
        }
    }
    let panes = areas.panes.iter().map(|(_, area)| *area);
    for area in panes.chain([areas.header, areas.axis, areas.hints]) {
        for row in area.rows() {
            faults.extend(crossing(screen, row));
        }
    }
    faults
}

fn crossing(screen: &Screen, row: Rect) -> Option<String> {
    let mut x = row.x;
    while x < row.right() {
        let symbol = screen.buffer[(x, row.y)].symbol();
        let cells = linimasa::text::width(symbol).max(1);
        x += u16::try_from(cells).unwrap();
        if x > row.right() {
            return Some(format!("{symbol:?} crosses the edge of row {}", row.y));
        }
    }
    None
}

#[test]
fn no_separator_moves_and_no_cluster_crosses_an_edge_at_any_width() {
    let (timeline, article) = of_every_width();
    let mut screen = Screen::of(&timeline, &article, 100, 18);
    for keys in ["", "ctrl-d enter", "] \"", "z"] {
        screen.keys(keys);
        for width in 1..=300 {
            screen.resize(width, 18);
            assert_eq!(
                faults(&screen),
                Vec::<String>::new(),
                "{width} columns behind {keys:?}"
            );
        }
    }
}

#[test]
fn overlays_keep_their_edges_at_every_width() {
    let (timeline, article) = of_every_width();
    for keys in ["a", "s", ":", "!"] {
        let mut screen = Screen::of(&timeline, &article, 100, 18);
        screen.keys(keys);
        for width in (1..=300).step_by(7) {
            screen.resize(width, 18);
            for row in screen.buffer.area.rows() {
                assert_eq!(
                    crossing(&screen, row),
                    None,
                    "{width} columns behind {keys:?}"
                );
            }
        }
    }
}

#[test]
fn a_fault_of_the_screen_is_seen() {
    let (timeline, article) = of_every_width();
    let mut screen = Screen::of(&timeline, &article, 160, 18);
    assert_eq!(faults(&screen), Vec::<String>::new());
    let areas = linimasa::tui::layout(&screen.state, screen.buffer.area);
    let before = areas.separators[0];
    screen.buffer[(before.x - 1, before.y)].set_symbol("漢");
    assert!(!faults(&screen).is_empty());
}
