//! What the signs of the lanes mean, under them.

use super::canvas::Canvas;

/// Columns of a sign and its words.
const CELL: f64 = 21.0;

/// Draws the legend in one row.
pub(super) fn draw(canvas: &mut Canvas) {
    let row = canvas.row() + 0.3;
    let middle = row + 0.5;
    let entries: [(&str, &str, &str); 7] = [
        ("happened", "point", "happened"),
        ("planned", "point", "planned"),
        ("claimed", "point", "claimed"),
        ("happened", "lasted", "lasted so long"),
        ("happened", "lasted about", "so long, about"),
        ("happened", "within", "once, within"),
        ("", "shortened", "nothing, shortened"),
    ];
    let mut column = 0.0;
    for (status, class, words) in entries {
        canvas.begin(status, words);
        match class {
            "point" => canvas.disc(column + 1.5, middle, class),
            "shortened" => canvas.bar((column, column + 3.0), middle, 0.9, class),
            _ => canvas.bar((column, column + 3.0), middle, 0.55, class),
        }
        canvas.text(column + 4.0, row, 18, "faint", words);
        canvas.end();
        column += CELL;
    }
    canvas.go_down(2.5);
}
