//! What a match kept of its words, by slot.

use crate::model::Modifier;

use super::feast::Feast;
use super::meaning::{Amount, Meaning, Part, Season, Unit};
use super::reading::full_year;

/// The names under which patterns capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    Year,
    Month,
    Day,
    Weekday,
    Part,
    Hour,
    Minute,
    Zone,
    Number,
    Unit,
    Modifier,
    Direction,
    Nth,
    Year2,
    Month2,
    Day2,
    Weekday2,
    Hour2,
    Minute2,
    Number2,
    Unit2,
    Part2,
    Season,
    /// Month and day, as the month times a hundred and the day.
    MonthDay,
    /// What a year in words adds to its hundreds: the `eighty` of `nineteen eighty-four`.
    Tens,
}

const SLOTS: [(&str, Slot); 25] = [
    ("y", Slot::Year),
    ("m", Slot::Month),
    ("d", Slot::Day),
    ("wd", Slot::Weekday),
    ("part", Slot::Part),
    ("h", Slot::Hour),
    ("min", Slot::Minute),
    ("zone", Slot::Zone),
    ("n", Slot::Number),
    ("unit", Slot::Unit),
    ("mod", Slot::Modifier),
    ("dir", Slot::Direction),
    ("nth", Slot::Nth),
    ("y2", Slot::Year2),
    ("m2", Slot::Month2),
    ("d2", Slot::Day2),
    ("wd2", Slot::Weekday2),
    ("h2", Slot::Hour2),
    ("min2", Slot::Minute2),
    ("n2", Slot::Number2),
    ("unit2", Slot::Unit2),
    ("part2", Slot::Part2),
    ("season", Slot::Season),
    ("md", Slot::MonthDay),
    ("tens", Slot::Tens),
];

impl Slot {
    pub(super) fn named(name: &str) -> Option<Self> {
        let found = SLOTS.iter().find(|(known, _)| *known == name);
        found.map(|(_, slot)| *slot)
    }
}

/// The captures of one match.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Captures([Option<Meaning>; SLOTS.len()]);

impl Captures {
    pub(super) fn get(&self, slot: Slot) -> Option<Meaning> {
        self.0.get(slot as usize).copied().flatten()
    }

    pub(super) fn set(&mut self, slot: Slot, meaning: Option<Meaning>) {
        if let Some(place) = self.0.get_mut(slot as usize) {
            *place = meaning;
        }
    }

    pub(super) fn number(&self, slot: Slot) -> Option<i64> {
        match self.get(slot)? {
            Meaning::Number(number) => Some(number),
            Meaning::Amount(amount) => amount.whole(),
            _ => None,
        }
    }

    /// The captured year in full; in words its tens, and with them its ones, stand beside the hundreds.
    pub(super) fn year(&self) -> Option<i64> {
        let year = self.number(Slot::Year)?;
        Some(match self.number(Slot::Tens) {
            Some(tens) => year + tens + self.number(Slot::Number).unwrap_or(0),
            None => full_year(year),
        })
    }

    pub(super) fn feast(&self) -> Option<Feast> {
        match self.get(Slot::MonthDay)? {
            Meaning::Feast(feast) => Some(feast),
            _ => None,
        }
    }

    pub(super) fn amount(&self) -> Option<Amount> {
        self.amount_in(Slot::Number)
    }

    pub(super) fn amount_in(&self, slot: Slot) -> Option<Amount> {
        match self.get(slot)? {
            Meaning::Number(number) => Some(Amount(number.saturating_mul(100))),
            Meaning::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    pub(super) fn unit(&self) -> Option<Unit> {
        self.unit_in(Slot::Unit)
    }

    pub(super) fn unit_in(&self, slot: Slot) -> Option<Unit> {
        match self.get(slot)? {
            Meaning::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    pub(super) fn part(&self) -> Option<Part> {
        self.part_in(Slot::Part)
    }

    pub(super) fn part_in(&self, slot: Slot) -> Option<Part> {
        match self.get(slot)? {
            Meaning::Part(part) => Some(part),
            _ => None,
        }
    }

    pub(super) fn season(&self) -> Option<Season> {
        match self.get(Slot::Season)? {
            Meaning::Season(season) => Some(season),
            _ => None,
        }
    }

    pub(super) fn zone(&self) -> Option<i16> {
        match self.get(Slot::Zone)? {
            Meaning::Zone(zone) => Some(zone),
            _ => None,
        }
    }

    pub(super) fn modifier(&self) -> Option<Modifier> {
        match self.get(Slot::Modifier)? {
            Meaning::Modifier(modifier) => Some(modifier),
            _ => None,
        }
    }
}
