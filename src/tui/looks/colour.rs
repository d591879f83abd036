//! Colours as numbers: contrast as WCAG 2.2 computes it, and how far two colours lie apart to the eye. Which ones a terminal
//! has is in `palette`.

/// A colour of sRGB: red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Relative luminance, from 0 for black to 1 for white (WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, from 1 to 21 (WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        ratio(self.luminance(), other.luminance())
    }

    /// Whether black stands out from this background more than white does.
    #[must_use]
    pub fn is_light(self) -> bool {
        self.contrast(Self(0, 0, 0)) > self.contrast(Self(255, 255, 255))
    }

    /// Red, green and blue as amounts of light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// Lightness and two opponent hues in Oklab, where equal steps look equal (Björn Ottosson, 2020,
    /// <https://bottosson.github.io/posts/oklab/>).
    #[must_use]
    pub(super) fn oklab(self) -> [f64; 3] {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    }
}

/// The contrast of two luminances.
#[must_use]
pub(super) fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The square of the distance of two colours in Oklab.
#[must_use]
pub(super) fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter()
        .zip(other)
        .map(|(one, other)| (one - other).powi(2))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let white = Rgb(255, 255, 255);
        assert!((white.contrast(Rgb(0, 0, 0)) - 21.0).abs() < 1e-9);
        // The greys on either side of 4.5:1 on white that texts on WCAG name.
        assert!(white.contrast(Rgb(0x76, 0x76, 0x76)) >= 4.5);
        assert!(white.contrast(Rgb(0x77, 0x77, 0x77)) < 4.5);
        assert!(Rgb(0xee, 0xe8, 0xd5).is_light());
        assert!(!Rgb(0x00, 0x2b, 0x36).is_light());
    }

    #[test]
    fn oklab_has_its_authors_values() {
        let close = |found: [f64; 3], expected: [f64; 3]| distance(found, expected) < 1e-6;
        assert!(close(Rgb(255, 255, 255).oklab(), [1.0, 0.0, 0.0]));
        assert!(close(
            Rgb(255, 0, 0).oklab(),
            [0.627_96, 0.224_86, 0.125_85]
        ));
        assert!(close(
            Rgb(0, 0, 255).oklab(),
            [0.452_01, -0.032_46, -0.311_53]
        ));
    }
}
