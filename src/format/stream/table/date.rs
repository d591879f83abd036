//! The date in a cell as EDTF. A cell that can be read in two ways is not read at all; what a table's columns mean is not here.

use std::borrow::Cow;

use super::clock::{clock, split_clock};
use super::mapping::DateOrder;
use crate::model::{Day, bounds_of};

/// English and Indonesian names of the months, shorter forms included.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januari"],
    &["february", "feb", "februari", "pebruari", "peb"],
    &["march", "mar", "maret"],
    &["april", "apr"],
    &["may", "mei"],
    &["june", "jun", "juni"],
    &["july", "jul", "juli"],
    &["august", "aug", "agustus", "agu", "ags"],
    &["september", "sep", "sept"],
    &["october", "oct", "oktober", "okt"],
    &["november", "nov", "nop"],
    &["december", "dec", "desember", "des"],
];

/// The days of the week, by their first letters, as they stand before a date in mail and feeds.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Years of two digits below this one are of the 21st century (POSIX, `strptime`, `%y`).
const PIVOT: i64 = 69;

/// Bytes that a date can take at most: EDTF has sets of dates.
const LONGEST: usize = 1024;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellDate<'a> {
    /// EDTF.
    pub(super) edtf: Cow<'a, str>,
    /// The cell has two digits of the year: its century was concluded.
    pub(super) century_concluded: bool,
}

/// A day, or a month without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Calendar {
    year: i64,
    month: u8,
    day: Option<u8>,
    century_concluded: bool,
}

/// The date of a cell that has no white space around it; `None` if it has none, or one that could be another.
pub(super) fn read(cell: &str, order: Option<DateOrder>) -> Option<CellDate<'_>> {
    if cell.len() > LONGEST {
        return None;
    }
    if bounds_of(cell).is_some() {
        return Some(CellDate {
            edtf: Cow::Borrowed(cell),
            century_concluded: false,
        });
    }
    let (date, time) = split_clock(cell);
    let calendar = calendar(date, order)?;
    let mut edtf = calendar.edtf()?;
    if let Some(time) = time {
        calendar.day?;
        edtf.push_str(&clock(time)?);
    }
    bounds_of(&edtf)?;
    Some(CellDate {
        edtf: Cow::Owned(edtf),
        century_concluded: calendar.century_concluded,
    })
}

impl Calendar {
    fn edtf(&self) -> Option<String> {
        let (year, month) = (self.year, self.month);
        Day::from_ymd(year, month, self.day.unwrap_or(1))?;
        Some(match self.day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("{year:04}-{month:02}"),
        })
    }
}

fn calendar(text: &str, order: Option<DateOrder>) -> Option<Calendar> {
    let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '/' | '-' | '.');
    let mut words: Vec<&str> = text
        .split(is_mark)
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 3 && words.first().is_some_and(|word| is_weekday(word)) {
        words.remove(0);
    }
    match words.as_slice() {
        [digits] if digits.len() == 8 => compact(digits),
        [first, second] => match (month(first), month(second)) {
            (Some(month), None) => named(month, second, None),
            (None, Some(month)) => named(month, first, None),
            _ => None,
        },
        [first, second, third] => match (month(first), month(second)) {
            (Some(month), None) => named(month, third, Some(second)),
            (None, Some(month)) if first.len() == 4 => named(month, first, Some(third)),
            (None, Some(month)) => named(month, third, Some(first)),
            _ => numbers(first, second, third, order),
        },
        _ => None,
    }
}

/// `20240105`.
fn compact(digits: &str) -> Option<Calendar> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(number);
    Some(Calendar {
        year: part(0, 4)?,
        month: small(part(4, 6)?)?,
        day: Some(small(part(6, 8)?)?),
        century_concluded: false,
    })
}

/// The name of a month tells which number is which.
fn named(month: u8, year: &str, day: Option<&str>) -> Option<Calendar> {
    let (year, century_concluded) = full_year(year)?;
    let day = match day {
        Some(day) => Some(ordinal(day)?),
        None => None,
    };
    Some(Calendar {
        year,
        month,
        day,
        century_concluded,
    })
}

/// Three numbers: the year first, or in the order that the mapping tells, or so that one of them can be no month.
fn numbers(first: &str, second: &str, third: &str, order: Option<DateOrder>) -> Option<Calendar> {
    let of = |year: &str, month: &str, day: &str| {
        let (year, century_concluded) = full_year(year)?;
        Some(Calendar {
            year,
            month: small(number(month)?)?,
            day: Some(small(number(day)?)?),
            century_concluded,
        })
    };
    if first.len() == 4 {
        return of(first, second, third);
    }
    match order {
        Some(DateOrder::Dmy) => of(third, second, first),
        Some(DateOrder::Mdy) => of(third, first, second),
        None if third.len() != 4 => None,
        None => match (number(first)?, number(second)?) {
            (one, other) if one > 12 || one == other => of(third, second, first),
            (_, other) if other > 12 => of(third, first, second),
            _ => None,
        },
    }
}

fn is_weekday(word: &str) -> bool {
    let start = word.get(..3).unwrap_or_default().to_ascii_lowercase();
    WEEKDAYS.contains(&start.as_str())
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let mut months = MONTHS.iter();
    let at = months.position(|names| names.contains(&word.as_str()))?;
    u8::try_from(at + 1).ok()
}

/// `5`, `05`, `5th`.
fn ordinal(word: &str) -> Option<u8> {
    let endings = ["st", "nd", "rd", "th"];
    let digits = endings.iter().find_map(|end| word.strip_suffix(end));
    small(number(digits.unwrap_or(word))?)
}

/// The year, and whether its century was concluded.
fn full_year(word: &str) -> Option<(i64, bool)> {
    let year = number(word)?;
    match word.len() {
        4 => Some((year, false)),
        2 if year < PIVOT => Some((2000 + year, true)),
        2 => Some((1900 + year, true)),
        _ => None,
    }
}

pub(super) fn number(word: &str) -> Option<i64> {
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| word.parse().ok()).flatten()
}

fn small(number: i64) -> Option<u8> {
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(cell: &str, order: Option<DateOrder>) -> Option<String> {
        read(cell, order).map(|date| date.edtf.into_owned())
    }

    #[test]
    fn every_form_that_can_be_read_in_one_way_is_read() {
        for (cell, expected) in [
            ("2024-01-05", "2024-01-05"),
            ("2024", "2024"),
            ("[2025-06-11..2025-06-20]", "[2025-06-11..2025-06-20]"),
            ("2024-01-05T10:00Z", "2024-01-05T10:00Z"),
            ("05 January 2024", "2024-01-05"),
            ("5 Jan 2024", "2024-01-05"),
            ("January 5, 2024", "2024-01-05"),
            ("Jan 5th 2024", "2024-01-05"),
            ("2024 Jan 5", "2024-01-05"),
            ("05 Januari 2024", "2024-01-05"),
            ("17 AGUSTUS 1945", "1945-08-17"),
            ("05-Jan-24", "2024-01-05"),
            ("05-Jan-1998", "1998-01-05"),
            ("January 2024", "2024-01"),
            ("2024/01/05", "2024-01-05"),
            ("2024/1/5", "2024-01-05"),
            ("2024.01.05", "2024-01-05"),
            ("20240105", "2024-01-05"),
            ("25/12/2024", "2024-12-25"),
            ("12/25/2024", "2024-12-25"),
            ("05.05.2024", "2024-05-05"),
            ("2024-01-05 14:30", "2024-01-05T14:30"),
            ("2024-01-05 14:30:59.123", "2024-01-05T14:30:59"),
            ("2024-01-05T14:30:00.000Z", "2024-01-05T14:30:00Z"),
            ("2024-01-05 14:30:00 UTC", "2024-01-05T14:30:00Z"),
            ("2024-01-05 14:30 +0700", "2024-01-05T14:30+07:00"),
            ("2024-01-05 00:00:00", "2024-01-05"),
            ("5 January 2024 2:30 PM", "2024-01-05T14:30"),
            (
                "Fri, 05 Jan 2024 10:00:00 +0000",
                "2024-01-05T10:00:00+00:00",
            ),
        ] {
            assert_eq!(edtf(cell, None).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn what_could_be_two_dates_is_none_until_the_mapping_tells_the_order() {
        for cell in [
            "03/04/2024",
            "03-04-2024",
            "3.4.2024",
            "03/04/24",
            "25/12/24",
        ] {
            assert_eq!(edtf(cell, None), None, "{cell}");
        }
        let dmy = Some(DateOrder::Dmy);
        assert_eq!(edtf("03/04/2024", dmy).unwrap(), "2024-04-03");
        assert_eq!(
            edtf("03/04/2024", Some(DateOrder::Mdy)).unwrap(),
            "2024-03-04"
        );
        assert_eq!(edtf("03/04/24 09:05", dmy).unwrap(), "2024-04-03T09:05");
        assert_eq!(edtf("12/25/2024", dmy), None, "there is no 25th month");
        assert_eq!(edtf("2024/03/04", dmy).unwrap(), "2024-03-04");
        assert!(read("03/04/71", dmy).unwrap().century_concluded);
        assert!(!read("03/04/1971", dmy).unwrap().century_concluded);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in [
            "",
            "yesterday",
            "n/a",
            "31 February 2024",
            "2024/13/01",
            "20241301",
            "99999999",
            "5",
            "January",
            "12:30",
            "2024-01-05 25:00",
            "2024-01-05 10:99",
            "January 2024 10:00",
            "5 6 7 8",
            "1704412800",
            "05 January 24 x",
            "05 Quintilis 2024",
        ] {
            assert_eq!(edtf(cell, None), None, "{cell}");
        }
        assert_eq!(edtf(&"9 ".repeat(40_000), None), None);
    }
}
