//! What a token of digits can be: a day, a month, a year, and so on.

use std::ops::RangeInclusive;

/// Numbers that a token of digits can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    DayOfMonth,
    Month,
    Year,
    Recent,
    ShortYear,
    Hour,
    Minute,
    Any,
}

impl Digits {
    pub(super) const ALL: [Self; 8] = [
        Self::DayOfMonth,
        Self::Month,
        Self::Year,
        Self::Recent,
        Self::ShortYear,
        Self::Hour,
        Self::Minute,
        Self::Any,
    ];

    /// How many digits it has, and which numbers it is.
    const fn bounds(self) -> (RangeInclusive<usize>, RangeInclusive<i64>) {
        match self {
            Self::DayOfMonth => (1..=2, 1..=31),
            Self::Month => (1..=2, 1..=12),
            Self::Year => (4..=4, 1000..=2999),
            Self::Recent => (4..=4, 1900..=2099),
            Self::ShortYear => (2..=2, 0..=99),
            Self::Hour => (1..=2, 0..=24),
            Self::Minute => (2..=2, 0..=59),
            Self::Any => (1..=LONGEST, 0..=i64::MAX),
        }
    }

    /// The number that a text of digits is, if it can be this.
    pub(super) fn read(self, text: &str) -> Option<i64> {
        let number = number(text)?;
        self.fits(text.len(), number).then_some(number)
    }

    fn fits(self, length: usize, number: i64) -> bool {
        let (lengths, numbers) = self.bounds();
        lengths.contains(&length) && numbers.contains(&number)
    }
}

/// Most digits of a number that is read.
const LONGEST: usize = 9;

/// The number that a text of digits is, unless it is too long.
pub(super) fn number(text: &str) -> Option<i64> {
    (text.len() <= LONGEST).then(|| text.parse().ok()).flatten()
}

/// A set of what digits can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DigitKinds(u8);

impl DigitKinds {
    /// All that a text of digits can be.
    pub(super) fn of(text: &str) -> Self {
        let mut kinds = Self::default();
        if let Some(number) = number(text) {
            let fitting = Digits::ALL.into_iter();
            fitting
                .filter(|kind| kind.fits(text.len(), number))
                .for_each(|kind| kinds.add(kind));
        }
        kinds
    }

    pub(super) const fn add(&mut self, kind: Digits) {
        self.0 |= 1 << kind as u8;
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn has(self, kind: Digits) -> bool {
        self.0 & (1 << kind as u8) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_what_it_can_be() {
        assert_eq!(Digits::Month.read("12"), Some(12));
        assert_eq!(Digits::Month.read("13"), None);
        assert_eq!(Digits::Minute.read("5"), None);
        assert_eq!(Digits::Any.read("1234567890"), None);
    }

    #[test]
    fn the_kinds_of_a_number_are_those_as_which_it_is_read() {
        for text in [
            "7",
            "07",
            "24",
            "31",
            "99",
            "1850",
            "2025",
            "31000",
            "1234567890",
        ] {
            for kind in Digits::ALL {
                let among = DigitKinds::of(text).has(kind);
                assert_eq!(among, kind.read(text).is_some(), "{text} as {kind:?}");
            }
        }
    }
}
