//! A theme fitted to the colours that a terminal has: the nearest of them to the eye among those that can still be read.

use ratatui::style::{Color, Modifier, Style};

use super::colour::{Rgb, distance, ratio};
use super::palette::{Entry, fixed, sixteen};

/// The least contrast of text, by WCAG 2.2's success criterion 1.4.3.
pub const TEXT: f64 = 4.5;
/// The least contrast of lines that are no text, by 1.4.11.
pub const LINES: f64 = 3.0;

/// The colours of a terminal, and what a theme's text stands on there.
pub(super) struct Fit {
    palette: Vec<Entry>,
    /// The screen's background first, then those of windows over it.
    grounds: Vec<usize>,
    text: Rgb,
}

impl Fit {
    /// To the sixteen colours that every terminal with colours has.
    pub(super) fn sixteen(grounds: &[Rgb], text: Rgb) -> Self {
        Self::new(sixteen(), grounds, text)
    }

    /// To those of xterm's 256 that no user sets.
    pub(super) fn fixed(grounds: &[Rgb], text: Rgb) -> Self {
        Self::new(fixed(), grounds, text)
    }

    fn new(entries: Vec<Entry>, grounds: &[Rgb], text: Rgb) -> Self {
        let mut fit = Self {
            palette: entries,
            grounds: Vec::new(),
            text,
        };
        let nearest = grounds.iter().map(|ground| fit.nearest(*ground, |_| true));
        fit.grounds = nearest.flatten().collect();
        fit
    }

    /// The screen's own style.
    pub(super) fn ground(&self, style: Style) -> Style {
        let bg = rgb(style.bg).and_then(|colour| self.nearest(colour, |_| true));
        self.inked(style, bg, bg.as_slice(), TEXT)
    }

    /// A window's own style.
    pub(super) fn window(&self, style: Style) -> Style {
        let bg = rgb(style.bg).and_then(|colour| self.nearest(colour, |_| true));
        let on = if bg.is_some() {
            bg.as_slice()
        } else {
            &self.grounds
        };
        self.inked(style, bg, on, TEXT)
    }

    /// Any other style, whose letters have at least this contrast.
    pub(super) fn style(&self, style: Style, contrast: f64) -> Style {
        let Some(colour) = rgb(style.bg) else {
            return self.inked(style, None, &self.grounds, contrast);
        };
        // A background of its own must stay one, and something must be readable on it.
        let stays = |entry: usize| {
            !self.grounds.contains(&entry)
                && (0..self.palette.len()).any(|text| self.contrast(text, entry) >= TEXT)
        };
        let bg = self.nearest(colour, stays);
        let fg = style
            .fg
            .unwrap_or(Color::Rgb(self.text.0, self.text.1, self.text.2));
        self.inked(style.fg(fg), bg, bg.as_slice(), contrast)
    }

    /// The style with this background and letters that can be read on all of these.
    fn inked(&self, style: Style, bg: Option<usize>, on: &[usize], contrast: f64) -> Style {
        let mut style = style;
        if let Some(bg) = bg.and_then(|bg| self.colour(bg)) {
            style.bg = Some(bg);
        }
        let Some(colour) = rgb(style.fg) else {
            return style;
        };
        let readable = |text: usize| on.iter().all(|on| self.contrast(text, *on) >= contrast);
        let nearest = self.nearest(colour, readable);
        let nearest = nearest.or_else(|| self.nearest(colour, |_| true));
        style.fg = nearest.and_then(|fg| self.colour(fg));
        style
    }

    /// The style without bold letters, where those could not be read: many terminals draw the first eight of sixteen colours
    /// as the second eight where they are bold. `ground` is the screen's own style, fitted.
    pub(super) fn steady(&self, style: Style, ground: Style) -> Style {
        let is_bold = style.add_modifier.contains(Modifier::BOLD);
        if self.palette.len() != 16 || (style.fg.is_none() && style.bg.is_none() && !is_bold) {
            return style;
        }
        let Some(fg) = number(style.fg.or(ground.fg)).filter(|fg| *fg < 8) else {
            return style;
        };
        let on = match number(style.bg) {
            Some(bg) => vec![bg],
            None => self.grounds.clone(),
        };
        match on.iter().all(|on| self.contrast(fg + 8, *on) >= TEXT) {
            true => style,
            false => style.remove_modifier(Modifier::BOLD),
        }
    }

    /// The least contrast of two entries on any kind of terminal.
    fn contrast(&self, text: usize, ground: usize) -> f64 {
        let (Some(text), Some(ground)) = (self.palette.get(text), self.palette.get(ground)) else {
            return 1.0;
        };
        let pairs = text.luminances.iter().zip(&ground.luminances);
        pairs
            .map(|(text, ground)| ratio(*text, *ground))
            .fold(f64::INFINITY, f64::min)
    }

    /// The place of the entry that is nearest to a colour among those that will do. A grey stays grey if it can.
    fn nearest(&self, colour: Rgb, will_do: impl Fn(usize) -> bool) -> Option<usize> {
        let wanted = colour.oklab();
        let all = (0..).zip(&self.palette);
        let mut will_do: Vec<(usize, &Entry)> = all.filter(|(place, _)| will_do(*place)).collect();
        let is_grey = |(_, entry): &(usize, &Entry)| chroma(entry.lab) < GREY;
        if chroma(wanted) < GREY && will_do.iter().any(is_grey) {
            will_do.retain(is_grey);
        }
        let far = |(_, entry): &(usize, &Entry)| distance(entry.lab, wanted);
        let nearest = will_do
            .iter()
            .min_by(|one, other| far(one).total_cmp(&far(other)));
        nearest.map(|(place, _)| *place)
    }

    fn colour(&self, place: usize) -> Option<Color> {
        let entry = self.palette.get(place);
        entry.map(|entry| Color::Indexed(entry.index))
    }
}

/// Below this chroma in Oklab a colour is a grey.
const GREY: f64 = 0.04;

/// How far a colour in Oklab is from grey.
fn chroma([_, green_red, blue_yellow]: [f64; 3]) -> f64 {
    green_red.hypot(blue_yellow)
}

/// A colour whose look is known.
pub(super) const fn rgb(colour: Option<Color>) -> Option<Rgb> {
    match colour {
        Some(Color::Rgb(red, green, blue)) => Some(Rgb(red, green, blue)),
        _ => None,
    }
}

/// A colour's place among the sixteen.
fn number(colour: Option<Color>) -> Option<usize> {
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
    match colour? {
        Color::Indexed(number) => Some(usize::from(number)),
        named => NAMED.iter().position(|other| *other == named),
    }
}
