//! The time of day in a cell, as the end of an EDTF date. Which day it is on is not here.

use super::date::number;

/// The words for a zone without an offset.
const UTC: [&str; 4] = ["Z", "z", "UTC", "GMT"];

/// The cell before its time of day, and the time of day.
pub(super) fn split_clock(cell: &str) -> (&str, Option<&str>) {
    let Some((before, _)) = cell.split_once(':') else {
        return (cell, None);
    };
    let hour = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let date = hour.strip_suffix(['T', 't']).unwrap_or(hour);
    let date = date.trim_end_matches(|letter: char| letter.is_whitespace() || letter == ',');
    (date, cell.get(hour.len()..))
}

/// `T14:30:00+07:00`; empty for a midnight without a zone, which tables write where they know no time.
pub(super) fn clock(text: &str) -> Option<String> {
    let digits_end = text
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ':' | '.')))
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(digits_end)?;
    let rest = rest.trim();
    let half = rest.get(..2).map(str::to_ascii_uppercase);
    let (noon, zone) = match half.as_deref() {
        Some("AM") => (Some(false), rest.get(2..)?.trim()),
        Some("PM") => (Some(true), rest.get(2..)?.trim()),
        _ => (None, rest),
    };
    let mut parts = digits.split(':');
    let hour = hour(number(parts.next()?)?, noon)?;
    let minute = number(parts.next()?).filter(|minute| *minute < 60)?;
    let second = match parts.next() {
        // What is less than a second has no place in EDTF.
        Some(second) => Some(number(second.split('.').next()?)?),
        None => None,
    };
    if parts.next().is_some() || second.is_some_and(|second| second > 59) {
        return None;
    }
    let zone = offset(zone)?;
    if zone.is_empty() && hour == 0 && minute == 0 && second.unwrap_or(0) == 0 {
        return Some(String::new());
    }
    let second = second.map_or_else(String::new, |second| format!(":{second:02}"));
    Some(format!("T{hour:02}:{minute:02}{second}{zone}"))
}

/// The hour of the day, of twelve or of twenty-four.
fn hour(hour: i64, is_after_noon: Option<bool>) -> Option<i64> {
    match is_after_noon {
        None => (0..24).contains(&hour).then_some(hour),
        Some(is_after) => (1..=12)
            .contains(&hour)
            .then_some(hour % 12 + if is_after { 12 } else { 0 }),
    }
}

/// `Z`, `+07:00`, or nothing; `+0700` and `+07` are read too.
fn offset(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    if UTC.contains(&text) {
        return Some("Z".to_owned());
    }
    let sign = text
        .chars()
        .next()
        .filter(|sign| matches!(sign, '+' | '-'))?;
    let digits: String = text
        .chars()
        .skip(1)
        .filter(|letter| *letter != ':')
        .collect();
    number(&digits)?;
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "00"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    Some(format!("{sign}{hours}:{minutes}"))
}
