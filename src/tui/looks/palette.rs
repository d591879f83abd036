//! The colours that terminals have by number: xterm's 256, and the sixteen as xterm and the console draw them.

use super::colour::Rgb;

/// A colour by its number, as each kind of terminal draws it: what must be readable must be so on all of them.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its number.
    pub index: u8,
    /// Where it usually lies in Oklab.
    pub lab: [f64; 3],
    /// How luminous it is on each of them.
    pub luminances: Vec<f64>,
}

impl Entry {
    fn new(index: u8, usual: Rgb, others: &[Rgb]) -> Self {
        let looks = std::iter::once(&usual).chain(others);
        Self {
            index,
            lab: usual.oklab(),
            luminances: looks.map(|look| look.luminance()).collect(),
        }
    }
}

/// The sixteen colours of xterm (`XTerm-col.ad`, <https://invisible-island.net/xterm/>).
const XTERM: [Rgb; 16] = [
    Rgb(0, 0, 0),
    Rgb(205, 0, 0),
    Rgb(0, 205, 0),
    Rgb(205, 205, 0),
    Rgb(0, 0, 238),
    Rgb(205, 0, 205),
    Rgb(0, 205, 205),
    Rgb(229, 229, 229),
    Rgb(127, 127, 127),
    Rgb(255, 0, 0),
    Rgb(0, 255, 0),
    Rgb(255, 255, 0),
    Rgb(92, 92, 255),
    Rgb(255, 0, 255),
    Rgb(0, 255, 255),
    Rgb(255, 255, 255),
];

/// The sixteen colours of VGA, which the Linux console has (`drivers/tty/vt/vt.c`).
const VGA: [Rgb; 16] = [
    Rgb(0, 0, 0),
    Rgb(170, 0, 0),
    Rgb(0, 170, 0),
    Rgb(170, 85, 0),
    Rgb(0, 0, 170),
    Rgb(170, 0, 170),
    Rgb(0, 170, 170),
    Rgb(170, 170, 170),
    Rgb(85, 85, 85),
    Rgb(255, 85, 85),
    Rgb(85, 255, 85),
    Rgb(255, 255, 85),
    Rgb(85, 85, 255),
    Rgb(255, 85, 255),
    Rgb(85, 255, 255),
    Rgb(255, 255, 255),
];

/// The sixteen colours that every terminal with colours has.
pub(super) fn sixteen() -> Vec<Entry> {
    let looks = XTERM.into_iter().zip(VGA);
    (0..)
        .zip(looks)
        .map(|(index, (xterm, vga))| Entry::new(index, xterm, &[vga]))
        .collect()
}

/// The 240 colours of xterm that no user sets: a cube of six levels, and a ramp of greys.
pub(super) fn fixed() -> Vec<Entry> {
    (16..=255)
        .map(|index| Entry::new(index, xterm_colour(index), &[]))
        .collect()
}

/// A colour from number 16 on.
fn xterm_colour(index: u8) -> Rgb {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        0..232 => {
            let place = index.saturating_sub(16);
            Rgb(level(place / 36), level(place / 6 % 6), level(place % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cube_and_the_ramp_are_xterms() {
        assert_eq!(xterm_colour(16), Rgb(0, 0, 0));
        assert_eq!(xterm_colour(208), Rgb(255, 135, 0));
        assert_eq!(xterm_colour(231), Rgb(255, 255, 255));
        assert_eq!(xterm_colour(255), Rgb(238, 238, 238));
        assert_eq!(fixed().len(), 240);
    }
}
