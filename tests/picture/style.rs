//! The look of a cell as a picture needs it: two colours, and what they are on a dark screen.

use vt100::{Cell, Color};

/// Red, green, blue.
pub(crate) type Rgb = (u8, u8, u8);

/// The screen behind everything.
pub(crate) const GROUND: Rgb = (0x16, 0x18, 0x1d);
const TEXT: Rgb = (0xd6, 0xd8, 0xdc);

/// The sixteen colours that every terminal names.
const PALETTE: [Rgb; 16] = [
    (0x1d, 0x1f, 0x24),
    (0xd9, 0x54, 0x4d),
    (0x6f, 0xb3, 0x5a),
    (0xd6, 0xa8, 0x3c),
    (0x4f, 0x8f, 0xdc),
    (0xb5, 0x78, 0xd0),
    (0x3f, 0xb0, 0xb5),
    (0xc4, 0xc7, 0xcc),
    (0x6b, 0x70, 0x79),
    (0xff, 0x7b, 0x72),
    (0x95, 0xdb, 0x7d),
    (0xf5, 0xd0, 0x6b),
    (0x7f, 0xb4, 0xff),
    (0xd7, 0xa1, 0xf0),
    (0x6f, 0xdd, 0xe2),
    (0xff, 0xff, 0xff),
];

/// How a run of cells looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) text: Rgb,
    /// None where the screen shines through.
    pub(crate) ground: Option<Rgb>,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underline: bool,
}

impl Style {
    /// The look of a cell.
    pub(crate) fn of(cell: &Cell) -> Self {
        let text = colour(cell.fgcolor()).unwrap_or(TEXT);
        let ground = colour(cell.bgcolor());
        let (text, ground) = if cell.inverse() {
            (ground.unwrap_or(GROUND), Some(text))
        } else {
            (text, ground)
        };
        let ground = ground.filter(|ground| *ground != GROUND);
        let text = if cell.dim() {
            between(text, ground.unwrap_or(GROUND))
        } else {
            text
        };
        Self {
            text,
            ground,
            bold: cell.bold(),
            italic: cell.italic(),
            underline: cell.underline(),
        }
    }
}

/// A colour; none if it is the terminal's own.
fn colour(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Default => None,
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Idx(index) => Some(indexed(index)),
    }
}

/// One of xterm's 256 colours: the sixteen, a cube, a ramp of greys.
fn indexed(index: u8) -> Rgb {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        0..16 => PALETTE[usize::from(index)],
        16..232 => {
            let place = index - 16;
            (level(place / 36), level(place / 6 % 6), level(place % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}

/// Faint text: three fifths of the way from its ground.
fn between(text: Rgb, ground: Rgb) -> Rgb {
    let mix = |one: u8, other: u8| {
        let sum = u16::from(one) * 3 + u16::from(other) * 2;
        u8::try_from(sum / 5).unwrap_or(u8::MAX)
    };
    (
        mix(text.0, ground.0),
        mix(text.1, ground.1),
        mix(text.2, ground.2),
    )
}

#[test]
fn the_colours_of_the_cube_and_the_ramp_are_xterms() {
    assert_eq!(indexed(16), (0, 0, 0));
    assert_eq!(indexed(231), (255, 255, 255));
    assert_eq!(indexed(208), (255, 135, 0));
    assert_eq!(indexed(255), (238, 238, 238));
}
