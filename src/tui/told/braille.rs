//! Straight lines on a raster of braille dots, two by four in a cell.

/// Dots of a cell, the left column first, each from above.
const DOTS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
/// The cell without dots.
const BLANK: u32 = 0x2800;
/// The dot row of a cell through which lines enter and leave it.
const MIDDLE: i64 = 1;

/// Cells of dots.
#[derive(Debug)]
pub(super) struct Raster {
    width: usize,
    height: usize,
    cells: Vec<u8>,
}

impl Raster {
    /// Blank cells.
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            cells: vec![0; width * height],
        }
    }

    fn dot(&mut self, x: i64, y: i64) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return;
        };
        let bit = DOTS.get(x % 2).and_then(|column| column.get(y % 4));
        let cell = (x / 2 < self.width && y / 4 < self.height)
            .then(|| self.cells.get_mut(y / 4 * self.width + x / 2))
            .flatten();
        if let (Some(cell), Some(bit)) = (cell, bit) {
            *cell |= bit;
        }
    }

    /// Draws a dotted line from the left edge in one row to the right edge in another; of a stub the first and last cells only.
    pub(super) fn line(&mut self, from: usize, to: usize, is_stub: bool) {
        let middle = |row: usize| i64::try_from(row).unwrap_or(0) * 4 + MIDDLE;
        let (top, bottom) = (middle(from), middle(to));
        let wide = i64::try_from(self.width * 2).unwrap_or(0) - 1;
        let steps = wide.max((bottom - top).abs()).max(1);
        for step in 0..=steps {
            let x = (wide * step * 2 + steps) / (steps * 2);
            let y =
                top + ((bottom - top) * step * 2 + steps * (bottom - top).signum()) / (steps * 2);
            let inner = x > STUB && x < wide - STUB;
            let is_gap = inner && (is_stub || step % 2 == 1);
            if !is_gap {
                self.dot(x, y);
            }
        }
    }

    /// The cells of a row as text.
    pub(super) fn row(&self, row: usize) -> String {
        let cells = self.cells.get(row * self.width..(row + 1) * self.width);
        let cells = cells.unwrap_or_default().iter();
        let shown = cells.map(|cell| match cell {
            0 => ' ',
            cell => char::from_u32(BLANK + u32::from(*cell)).unwrap_or(' '),
        });
        shown.collect()
    }
}

/// The last dot of a stub's first cell.
const STUB: i64 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_begins_and_ends_in_its_rows() {
        for width in 1..9 {
            for from in 0..7 {
                for to in 0..7 {
                    for is_stub in [false, true] {
                        let mut raster = Raster::new(width, 7);
                        raster.line(from, to, is_stub);
                        let sign = |row: usize, x: usize| raster.row(row).chars().nth(x).unwrap();
                        assert_ne!(sign(from, 0), ' ', "{width} {from} {to}");
                        assert_ne!(sign(to, width - 1), ' ', "{width} {from} {to}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_level_line_is_level() {
        let mut raster = Raster::new(4, 2);
        raster.line(1, 1, false);
        assert_eq!(raster.row(0), "    ");
        assert_eq!(raster.row(1), "⠒⠂⠂⠒");
    }
}
