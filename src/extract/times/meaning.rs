//! What a word of the lexicon, or a number, stands for.

use std::str::FromStr;

use super::feast::Feast;
use super::order::Order;
use crate::model::Modifier;

/// A unit of time, the shorter first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// The ISO 8601 designator, `T` included, and how many of it the unit is.
    pub(super) const fn designator(self) -> (&'static str, &'static str, i64) {
        match self {
            Self::Second => ("PT", "S", 1),
            Self::Minute => ("PT", "M", 1),
            Self::Hour => ("PT", "H", 1),
            Self::Day => ("P", "D", 1),
            Self::Weekend | Self::Week => ("P", "W", 1),
            Self::Month => ("P", "M", 1),
            Self::Quarter => ("P", "Q", 1),
            Self::Half => ("P", "M", 6),
            Self::Year => ("P", "Y", 1),
            Self::Decade => ("P", "Y", 10),
            Self::Century => ("P", "Y", 100),
        }
    }

    pub(super) const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// The night's hours after midnight.
    Early,
    /// Before noon, on a clock of twelve hours.
    Ante,
    /// After noon, on a clock of twelve hours.
    Post,
}

impl Part {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "TMO" => Self::Morning,
            "TAF" => Self::Afternoon,
            "TEV" => Self::Evening,
            "TNI" => Self::Night,
            "EARLY" => Self::Early,
            "AM" => Self::Ante,
            "PM" => Self::Post,
            _ => return None,
        })
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Morning | Self::Ante => "TMO",
            Self::Afternoon | Self::Post => "TAF",
            Self::Evening => "TEV",
            Self::Night | Self::Early => "TNI",
        }
    }

    /// The hour of 24 that a clock of twelve means in this part of the day.
    pub(super) const fn hour(self, hour: i64) -> i64 {
        match (self, hour) {
            (Self::Afternoon, 1..=6)
            | (Self::Evening, 3..=11)
            | (Self::Night, 6..=11)
            | (Self::Post, 1..=11) => hour + 12,
            (Self::Night, 12) => 24,
            (Self::Early | Self::Ante, 12) => 0,
            _ => hour,
        }
    }
}

/// A season, as the north has it; a winter belongs to the year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

impl Season {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Fall,
            "WI" => Self::Winter,
            _ => return None,
        })
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month.
    pub(super) const fn month(self) -> i64 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }
}

/// An amount in hundredths; negative: many, nobody says how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount(pub(super) i64);

impl Amount {
    pub(super) const ONE: Self = Self(100);
    pub(super) const MANY: Self = Self(-1);

    /// A number with one decimal, such as `1.5`.
    fn parse(text: &str) -> Option<Self> {
        let (whole, tenths) = text.split_once('.')?;
        let tenths: i64 = tenths
            .parse()
            .ok()
            .filter(|tenths| (0..10).contains(tenths))?;
        let whole: i64 = whole
            .parse()
            .ok()
            .filter(|whole| (0..1000).contains(whole))?;
        Some(Self(whole * 100 + tenths * 10))
    }

    /// The whole number it is.
    pub(super) const fn whole(self) -> Option<i64> {
        match self.0 >= 0 && self.0 % 100 == 0 {
            true => Some(self.0 / 100),
            false => None,
        }
    }
}

/// What a piece of a match stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Number(i64),
    Amount(Amount),
    Unit(Unit),
    Part(Part),
    Season(Season),
    Feast(Feast),
    Order(Order),
    Modifier(Modifier),
    /// Minutes east of UTC.
    Zone(i16),
    Nothing,
}

impl Meaning {
    pub(super) fn parse(text: &str) -> Self {
        if let Some(zone) = zone(text) {
            return Self::Zone(zone);
        }
        if let Ok(number) = text.parse() {
            return Self::Number(number);
        }
        if let Some(amount) = Amount::parse(text) {
            return Self::Amount(amount);
        }
        if let Some(feast) = Feast::parse(text) {
            return Self::Feast(feast);
        }
        if let Some(order) = Order::named(text) {
            return Self::Order(order);
        }
        if let Some(unit) = Unit::named(text) {
            return Self::Unit(unit);
        }
        if let Some(part) = Part::named(text) {
            return Self::Part(part);
        }
        if let Some(season) = Season::named(text) {
            return Self::Season(season);
        }
        Modifier::from_str(text).map_or(Self::Nothing, Self::Modifier)
    }
}

fn zone(text: &str) -> Option<i16> {
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    Some(sign * (hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?))
}
