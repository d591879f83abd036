//! What eyes make of a screen: contrast by WCAG 2.2, the colours that terminals draw by number, and colours as people see them
//! who lack one kind of cones. Written anew here from the standards, so that it can judge what the program reckons.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

pub(crate) type Rgb = [u8; 3];

/// The sixteen colours of xterm, as its resources name them.
const XTERM: [u32; 16] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
    0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];
/// Those of the Linux console.
const VGA: [u32; 16] = [
    0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
    0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
];

fn split(number: u32) -> Rgb {
    let [_, red, green, blue] = number.to_be_bytes();
    [red, green, blue]
}

/// A colour's number; `None` for one of its own or the terminal's.
fn index(colour: Color) -> Option<usize> {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Indexed(number) => Some(number.into()),
        named => NAMED.iter().position(|other| *other == named),
    }
}

/// A colour as terminals draw it, xterm first and then the console; `None` for the terminal's own.
pub(crate) fn drawn(colour: Color) -> Option<[Rgb; 2]> {
    if let Color::Rgb(red, green, blue) = colour {
        return Some([[red, green, blue]; 2]);
    }
    Some(match index(colour)? {
        number @ 0..16 => [split(XTERM[number]), split(VGA[number])],
        number @ 16..232 => {
            let level = |step: usize| [0, 95, 135, 175, 215, 255][step];
            let cube = number - 16;
            [[level(cube / 36), level(cube / 6 % 6), level(cube % 6)]; 2]
        }
        number => [[u8::try_from(8 + 10 * (number - 232)).unwrap(); 3]; 2],
    })
}

fn light(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(light);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
pub(crate) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The least contrast of letters in this style on any of these terminals; many of them draw the first eight colours as the
/// second eight where letters are bold. `None` where a colour is the terminal's own.
pub(crate) fn least(fg: Color, bg: Color, modifier: Modifier) -> Option<f64> {
    let (fg, bg) = match modifier.contains(Modifier::REVERSED) {
        true => (bg, fg),
        false => (fg, bg),
    };
    let brighter = index(fg).filter(|number| *number < 8 && modifier.contains(Modifier::BOLD));
    let brighter = brighter.map(|number| Color::Indexed(u8::try_from(number + 8).unwrap()));
    let ground = drawn(bg)?;
    let mut least = f64::INFINITY;
    for ink in [Some(fg), brighter].into_iter().flatten() {
        for (ink, ground) in drawn(ink)?.into_iter().zip(ground) {
            least = least.min(contrast(ink, ground));
        }
    }
    Some(least)
}

/// The same for a cell.
pub(crate) fn of_cell(cell: &Cell) -> Option<f64> {
    least(cell.fg, cell.bg, cell.modifier)
}

/// Protanopia, deuteranopia and tritanopia: what becomes of linear red, green and blue (Machado, Oliveira and Fernandes, A
/// Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1.0).
pub(crate) const BLINDNESS: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// How far two colours lie apart in Oklab for somebody who sees them so.
pub(crate) fn apart(one: Rgb, other: Rgb, seen: &[[f64; 3]; 3]) -> f64 {
    let lab = |colour: Rgb| {
        let linear = colour.map(light);
        let see = |row: &[f64; 3]| -> f64 {
            let sum: f64 = row
                .iter()
                .zip(linear)
                .map(|(part, value)| part * value)
                .sum();
            sum.clamp(0.0, 1.0)
        };
        let [r, g, b] = [see(&seen[0]), see(&seen[1]), see(&seen[2])];
        // <https://bottosson.github.io/posts/oklab/>
        let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
        let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
        let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
        [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ]
    };
    let pairs = lab(one).into_iter().zip(lab(other));
    pairs
        .map(|(one, other)| (one - other).powi(2))
        .sum::<f64>()
        .sqrt()
}
