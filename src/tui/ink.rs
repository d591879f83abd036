//! Cells to escape sequences: only what differs from the cell before, and the sixteen colours by the codes that every terminal
//! with colours knows. What stands in the cells is decided elsewhere.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::QueueableCommand;
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::style::Print;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// A terminal that is written to.
#[derive(Debug)]
pub(super) struct Ink<W: Write> {
    terminal: CrosstermBackend<W>,
}

impl<W: Write> Ink<W> {
    pub(super) fn new(writer: W) -> Self {
        Self {
            terminal: CrosstermBackend::new(writer),
        }
    }
}

/// How the letters look that are written next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    const fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// The parameters of SGR (ECMA-48, 8.3.117) that lead from one look to another.
    fn from(self, before: Self) -> String {
        let mut codes = String::new();
        let mut code = |code: &str| {
            let between = if codes.is_empty() { "" } else { ";" };
            let _ = write!(codes, "{between}{code}");
        };
        let mut kept = before.modifier;
        for (set, _, off) in MODIFIERS {
            if kept.contains(set) && !self.modifier.contains(set) {
                code(off);
                // One code takes both bold and dim away.
                let both = MODIFIERS.iter().filter(|(_, _, other)| *other == off);
                both.for_each(|(set, ..)| kept.remove(*set));
            }
        }
        for (set, on, _) in MODIFIERS {
            if self.modifier.contains(set) && !kept.contains(set) {
                code(on);
            }
        }
        if self.fg != before.fg {
            code(&colour(self.fg, 30));
        }
        if self.bg != before.bg {
            code(&colour(self.bg, 40));
        }
        codes
    }
}

/// Modifiers with the codes that turn them on and off.
const MODIFIERS: [(Modifier, &str, &str); 5] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::REVERSED, "7", "27"),
];

/// A colour's code; `base` is 30 for letters, 40 for what they stand on.
fn colour(colour: Color, base: u16) -> String {
    let number = match colour {
        Color::Reset => return (base + 9).to_string(),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
        Color::Indexed(number) => u16::from(number),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    match number {
        0..8 => (base + number).to_string(),
        8..16 => (base + 60 + number - 8).to_string(),
        16.. => format!("{};5;{number}", base + 8),
    }
}

impl<W: Write> Write for Ink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.terminal.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.terminal)
    }
}

impl<W: Write> Backend for Ink<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut look = Look::PLAIN;
        let mut place = None;
        for (x, y, cell) in content {
            // A wide character may have moved the cursor further than one cell.
            if place != Some((x, y)) {
                self.queue(MoveTo(x, y))?;
            }
            place = Some((x.saturating_add(1), y));
            let next = Look::of(cell);
            if next != look {
                let codes = next.from(look);
                self.queue(Print(format_args!("\x1b[{codes}m")))?;
                look = next;
            }
            self.queue(Print(cell.symbol()))?;
        }
        if look != Look::PLAIN {
            self.queue(Print("\x1b[0m"))?;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.terminal.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.terminal.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.terminal.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        self.terminal.clear_region(kind)
    }

    fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.terminal.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.terminal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(cells: &[(u16, Cell)]) -> String {
        let mut bytes = Vec::new();
        let mut ink = Ink::new(&mut bytes);
        ink.draw(cells.iter().map(|(x, cell)| (*x, 0, cell)))
            .unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn cell(symbol: &str, fg: Color, bg: Color, modifier: Modifier) -> Cell {
        let mut cell = Cell::default();
        cell.set_symbol(symbol).set_fg(fg).set_bg(bg);
        cell.modifier = modifier;
        cell
    }

    #[test]
    fn only_what_changes_is_sent() {
        let none = Modifier::empty();
        let cells = [
            (0, cell("a", Color::Red, Color::Reset, none)),
            (1, cell("b", Color::Red, Color::White, Modifier::BOLD)),
            (
                2,
                cell("c", Color::Indexed(208), Color::White, Modifier::DIM),
            ),
            (5, cell("d", Color::Rgb(1, 2, 3), Color::Indexed(12), none)),
            (6, cell("e", Color::Reset, Color::Reset, none)),
        ];
        assert_eq!(
            sent(&cells),
            "\x1b[1;1H\x1b[31ma\x1b[1;107mb\x1b[22;2;38;5;208mc\x1b[1;6H\x1b[22;38;2;1;2;3;104md\x1b[39;49me"
        );
    }

    #[test]
    fn bold_and_dim_go_together_and_come_back_alone() {
        let both = Modifier::BOLD | Modifier::DIM;
        let cells = [
            (0, cell("a", Color::Reset, Color::Reset, both)),
            (1, cell("b", Color::Reset, Color::Reset, Modifier::BOLD)),
        ];
        assert_eq!(sent(&cells), "\x1b[1;1H\x1b[1;2ma\x1b[22;1mb\x1b[0m");
    }
}
