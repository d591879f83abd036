//! EDTF (ISO 8601-2:2019) dates as the file format uses them: parsed, with their bounds and their shape.

use std::fmt;

use edtf_core::{
    Bound, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, TimeShift,
};

use super::Day;
use super::bounds::{Bounds, Clock};

/// How a date relates to its bounds: this decides how it is worded and drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One known day (perhaps with a clock time).
    Day,
    /// A month, year, season or decade: some day in it.
    Period,
    /// `A/B`: lasted from A to B.
    Lasted,
    /// `[A..B]`, `[A..]`, `[..B]`, `[A,B]`: once, some time within.
    Within,
    /// `{A,B}`: on each of them.
    Each,
}

impl Shape {
    /// Whether the bounds are known limits of what happened, rather than limits of what is known.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Day | Self::Lasted | Self::Each)
    }
}

/// A date that the calendar or the notation does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong.
    pub message: String,
    /// Byte offset in the date's text.
    pub offset: usize,
}

impl fmt::Display for DateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (at character {})", self.message, self.offset + 1)
    }
}

impl std::error::Error for DateError {}

/// A parsed EDTF date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    pub(super) edtf: Edtf,
    bounds: Bounds,
    shape: Shape,
}

impl Date {
    /// Parses EDTF levels 0 to 2. A clock time may leave out its seconds: `2025-07-03T10:00+07:00`.
    ///
    /// # Errors
    ///
    /// [`DateError`] for text that is no EDTF, and for days that the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let full = with_seconds(text);
        let edtf = Edtf::parse(full.as_deref().unwrap_or(text)).map_err(|error| DateError {
            message: error.message.to_owned(),
            offset: error.offset.min(text.len()),
        })?;
        let bounds = bounds(&edtf)?;
        let shape = shape(&edtf, bounds);
        Ok(Self {
            edtf,
            bounds,
            shape,
        })
    }

    /// The days it spans.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// How it relates to them.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether it, or one of its ends, is marked approximate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.edtf.is_approximate()
    }

    /// Whether it, or one of its ends, is marked uncertain (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.edtf.is_uncertain()
    }

    /// Whether it may be drawn with hard ends: its bounds are what happened and nothing qualifies them.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.shape.is_certain() && !self.is_approximate() && !self.is_uncertain()
    }
}

/// The days that a date spans, as [`Date::parse`] has them, without the rest of it; plain years, months and days, and two days
/// with all between them, are read at once.
/// `None` for text that is no EDTF.
#[must_use]
pub fn bounds_of(text: &str) -> Option<Bounds> {
    match plain(text).or_else(|| between(text)) {
        Some(bounds) => Some(bounds),
        None => Date::parse(text).ok().map(|date| date.bounds()),
    }
}

/// The days of `YYYY`, `YYYY-MM` and `YYYY-MM-DD`.
fn plain(text: &str) -> Option<Bounds> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        let digits = bytes.get(from..to)?.iter();
        digits.copied().try_fold(0_i64, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + i64::from(digit - b'0'))
        })
    };
    let dashed = |place: usize| bytes.get(place) == Some(&b'-');
    let small = |number: i64| u8::try_from(number).ok();
    let year = number(0, 4)?;
    let day = |month, day| Day::from_ymd(year, month, day);
    match bytes.len() {
        4 => Some(Bounds::days(day(1, 1)?, day(12, 31)?)),
        7 if dashed(4) => {
            let month = small(number(5, 7)?)?;
            let last = [31, 30, 29, 28];
            let last = last.into_iter().find_map(|last| day(month, last))?;
            Some(Bounds::days(day(month, 1)?, last))
        }
        10 if dashed(4) && dashed(7) => {
            let day = day(small(number(5, 7)?)?, small(number(8, 10)?)?)?;
            Some(Bounds::days(day, day))
        }
        _ => None,
    }
}

/// The days of `[A..B]` and `A/B` where both are plain days, in their order.
fn between(text: &str) -> Option<Bounds> {
    let within = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .map(|text| text.split_once(".."));
    let (first, last) = within.unwrap_or_else(|| text.split_once('/'))?;
    let day = |text| plain(text).filter(Bounds::is_one_day);
    let (first, last) = (day(first)?.earliest, day(last)?.latest);
    (first < last).then(|| Bounds::days(first, last))
}

/// EDTF wants seconds in a time of day; articles give minutes.
fn with_seconds(text: &str) -> Option<String> {
    let (date, time) = text.split_once('T')?;
    let clock = time.get(..5)?;
    let rest = time.get(5..)?;
    let is_clock = clock.bytes().enumerate().all(|(place, byte)| match place {
        2 => byte == b':',
        _ => byte.is_ascii_digit(),
    });
    (is_clock && !rest.starts_with(':')).then(|| format!("{date}T{clock}:00{rest}"))
}

pub(super) fn bounds(edtf: &Edtf) -> Result<Bounds, DateError> {
    let spread = edtf.bounds();
    let day = |bound, open| match bound {
        Bound::Date(date) => {
            Day::from_ymd(date.year, date.month, date.day).ok_or_else(|| DateError {
                message: "no such day in the calendar".to_owned(),
                offset: 0,
            })
        }
        Bound::NegativeInfinity => Ok(Day::MIN),
        Bound::PositiveInfinity => Ok(Day::MAX),
        Bound::Unknown => Ok(open),
    };
    let (earliest, latest) = (
        day(spread.earliest, Day::MIN)?,
        day(spread.latest, Day::MAX)?,
    );
    if earliest > latest {
        return Err(DateError {
            message: "it ends before it begins".to_owned(),
            offset: 0,
        });
    }
    let clock = match edtf {
        Edtf::DateTime(moment) => Some(Clock {
            minute: u16::from(moment.time.hour) * 60 + u16::from(moment.time.minute),
            offset: moment.time.shift.map(|shift| match shift {
                TimeShift::Utc => 0,
                TimeShift::Offset { minutes, .. } => minutes,
            }),
        }),
        _ => None,
    };
    Ok(Bounds {
        earliest,
        latest,
        clock,
    })
}

fn shape(edtf: &Edtf, bounds: Bounds) -> Shape {
    match edtf {
        Edtf::Date(date) if date.precision() == Precision::Day && bounds.is_one_day() => Shape::Day,
        Edtf::Date(_) => Shape::Period,
        Edtf::DateTime(_) => Shape::Day,
        Edtf::Interval(_) => Shape::Lasted,
        Edtf::Set(set) if set.kind == SetKind::OneMember => Shape::Within,
        Edtf::Set(_) => Shape::Each,
    }
}

/// The two dates of an interval or of a set with one range; `None` stands for an open or unknown side.
pub(super) struct Ends {
    pub(super) start: Option<edtf_core::Date>,
    pub(super) end: Option<edtf_core::Date>,
}

pub(super) fn ends_of_interval(interval: &Interval) -> Ends {
    let date = |endpoint| match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    };
    Ends {
        start: date(interval.start),
        end: date(interval.end),
    }
}

pub(super) fn ends_of_set(set: &Set) -> Option<Ends> {
    match set.elements.as_slice() {
        [SetElement::Date(date)] => Some(Ends {
            start: Some(*date),
            end: Some(*date),
        }),
        [SetElement::Range(start, end)] => Some(Ends {
            start: Some(*start),
            end: Some(*end),
        }),
        [SetElement::OnOrBefore(end)] => Some(Ends {
            start: None,
            end: Some(*end),
        }),
        [SetElement::OnOrAfter(start)] => Some(Ends {
            start: Some(*start),
            end: None,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> (String, String, Shape) {
        let date = Date::parse(text).unwrap();
        let bounds = date.bounds();
        (
            bounds.earliest.to_string(),
            bounds.latest.to_string(),
            date.shape(),
        )
    }

    #[test]
    fn plain_dates_read_at_once_have_the_bounds_of_the_whole_notation() {
        let digits = [
            "0000", "0001", "1582", "1900", "2000", "2024", "2025", "9999",
        ];
        for year in digits {
            let mut texts = vec![year.to_owned(), format!("{year}~"), format!("{year}-XX")];
            for month in 0..=13 {
                texts.push(format!("{year}-{month:02}"));
                let days = (0..=32).map(|day| format!("{year}-{month:02}-{day:02}"));
                texts.extend(days);
            }
            for text in texts {
                let whole = Date::parse(&text).ok().map(|date| date.bounds());
                assert_eq!(bounds_of(&text), whole, "{text}");
            }
        }
    }

    /// Conformance vectors of our own: notation, earliest day, latest day, shape.
    #[test]
    fn every_notation_of_the_format_has_its_bounds_and_shape() {
        let vectors = [
            ("2025-07-03", "2025-07-03", "2025-07-03", Shape::Day),
            ("2025-07-03?", "2025-07-03", "2025-07-03", Shape::Day),
            ("2025-01", "2025-01-01", "2025-01-31", Shape::Period),
            ("2024-02", "2024-02-01", "2024-02-29", Shape::Period),
            ("2022", "2022-01-01", "2022-12-31", Shape::Period),
            ("199X", "1990-01-01", "1999-12-31", Shape::Period),
            ("18XX", "1800-01-01", "1899-12-31", Shape::Period),
            ("-0043", "-0043-01-01", "-0043-12-31", Shape::Period),
            ("2025-03-XX", "2025-03-01", "2025-03-31", Shape::Period),
            ("2022/2025-05-16", "2022-01-01", "2025-05-16", Shape::Lasted),
            (
                "2022~/2025-05-16",
                "2022-01-01",
                "2025-05-16",
                Shape::Lasted,
            ),
            ("2025-06-02/..", "2025-06-02", "..", Shape::Lasted),
            ("../2025-06-02", "..", "2025-06-02", Shape::Lasted),
            ("/2025-06-02", "..", "2025-06-02", Shape::Lasted),
            (
                "[2025-06-11..2025-06-20]",
                "2025-06-11",
                "2025-06-20",
                Shape::Within,
            ),
            ("[..2025-07-02]", "..", "2025-07-02", Shape::Within),
            ("[2025-07-03..]", "2025-07-03", "..", Shape::Within),
            (
                "[2025-05-16,2025-06-02]",
                "2025-05-16",
                "2025-06-02",
                Shape::Within,
            ),
            (
                "{2025-05-16,2025-06-02}",
                "2025-05-16",
                "2025-06-02",
                Shape::Each,
            ),
        ];
        for (text, earliest, latest, shape) in vectors {
            let expected = (earliest.to_owned(), latest.to_owned(), shape);
            assert_eq!(span(text), expected, "{text}");
        }
    }

    #[test]
    fn a_clock_time_may_leave_out_its_seconds_and_keeps_its_zone() {
        let clock = |text| Date::parse(text).unwrap().bounds().clock.unwrap();
        let with_zone = clock("2025-07-03T10:05+07:00");
        assert_eq!((with_zone.minute, with_zone.offset), (605, Some(420)));
        assert_eq!(clock("2025-07-03T10:05").offset, None);
        assert_eq!(clock("2025-07-03T10:05:30Z").offset, Some(0));
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused_with_its_place() {
        for text in [
            "2025-02-30",
            "2025-13",
            "yesterday",
            "",
            "[..]",
            "2025-06-05/2025-06-02",
        ] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
        assert!(Date::parse("2025-02-30").unwrap_err().offset > 0);
    }

    #[test]
    fn approximate_and_uncertain_dates_are_never_certain() {
        assert!(Date::parse("2025-07-03").unwrap().is_certain());
        for text in [
            "2025-07-03~",
            "2025-07-03?",
            "2022~/2025-05-16",
            "2025-07",
            "[2025-07-02..]",
        ] {
            assert!(!Date::parse(text).unwrap().is_certain(), "{text}");
        }
    }
}
