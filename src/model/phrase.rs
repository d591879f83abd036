//! Dates in words: as precise as they are known and no more. English only; dates of files stay EDTF.

use edtf_core::{Date as Part, Edtf, Precision, SetKind};

use super::Date;
use super::date::{Ends, ends_of_interval, ends_of_set};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in full words: `once between 11 and 20 June 2025`, `on or before 2 July 2025`.
#[must_use]
pub fn phrase(date: &Date) -> String {
    let within = |ends: &Ends| match (ends.start, ends.end) {
        (Some(start), Some(end)) if start == end => part(&start, Month::Full),
        (Some(start), Some(end)) => {
            let (start, end) = pair(&start, &end, Month::Full);
            format!("once between {start} and {end}")
        }
        (None, Some(end)) => format!("on or before {}", part(&end, Month::Full)),
        (Some(start), None) => format!("on or after {}", part(&start, Month::Full)),
        (None, None) => "at an unknown time".to_owned(),
    };
    match &date.edtf {
        Edtf::Date(day) => part(day, Month::Full),
        Edtf::DateTime(moment) => {
            format!("{}, {}", part(&moment.date, Month::Full), clock(date))
        }
        Edtf::Interval(interval) => {
            let ends = ends_of_interval(interval);
            match (ends.start, ends.end) {
                (Some(start), Some(end)) => {
                    let (start, end) = pair(&start, &end, Month::Full);
                    format!("from {start} to {end}")
                }
                (Some(start), None) => format!("from {} on", part(&start, Month::Full)),
                (None, Some(end)) => format!("until {}", part(&end, Month::Full)),
                (None, None) => "for an unknown time".to_owned(),
            }
        }
        Edtf::Set(set) => match ends_of_set(set) {
            Some(ends) if set.kind == SetKind::OneMember => within(&ends),
            _ if set.kind == SetKind::OneMember => format!("one of {}", list(&date.edtf)),
            _ => format!("on each of {}", list(&date.edtf)),
        },
    }
}

/// A date for a narrow column: `3 Jul 2025`, `11..20 Jun 2025`, `≤ 2 Jul 2025`, `2022~ – 16 May 2025`.
///
/// `..` is once within, `–` lasted, `≤` on or before, `≥` on or after, `~` about, `?` uncertain.
#[must_use]
pub fn short_phrase(date: &Date) -> String {
    match &date.edtf {
        Edtf::Date(day) => part(day, Month::Short),
        Edtf::DateTime(moment) => format!("{} {}", part(&moment.date, Month::Short), clock(date)),
        Edtf::Interval(interval) => {
            let ends = ends_of_interval(interval);
            match (ends.start, ends.end) {
                (Some(start), Some(end)) => joined(&start, &end, " – "),
                (Some(start), None) => format!("{} –", part(&start, Month::Short)),
                (None, Some(end)) => format!("– {}", part(&end, Month::Short)),
                (None, None) => "–".to_owned(),
            }
        }
        Edtf::Set(set) => match ends_of_set(set) {
            Some(Ends {
                start: Some(start),
                end: Some(end),
            }) if start == end => part(&start, Month::Short),
            Some(Ends {
                start: Some(start),
                end: Some(end),
            }) => joined(&start, &end, ".."),
            Some(Ends {
                start: None,
                end: Some(end),
            }) => {
                format!("≤ {}", part(&end, Month::Short))
            }
            Some(Ends {
                start: Some(start),
                end: None,
            }) => {
                format!("≥ {}", part(&start, Month::Short))
            }
            _ => list(&date.edtf),
        },
    }
}

/// A set of several elements, in EDTF's own notation without its brackets.
fn list(edtf: &Edtf) -> String {
    let text = edtf.to_string();
    text.trim_matches(['[', ']', '{', '}']).replace(',', ", ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Month {
    Full,
    Short,
}

fn month_name(number: u8, style: Month) -> Option<&'static str> {
    let name = MONTHS.get(usize::from(number).checked_sub(1)?)?;
    match style {
        Month::Full => Some(name),
        Month::Short => name.get(..3),
    }
}

/// Sub-year groupings of ISO 8601-2, section 4.8: seasons, quarters, thirds and halves of the year.
fn season(code: u8) -> Option<&'static str> {
    Some(match code {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        25 => "spring (northern)",
        26 => "summer (northern)",
        27 => "autumn (northern)",
        28 => "winter (northern)",
        29 => "spring (southern)",
        30 => "summer (southern)",
        31 => "autumn (southern)",
        32 => "winter (southern)",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        37 => "first third of",
        38 => "second third of",
        39 => "last third of",
        40 => "first half of",
        41 => "second half of",
        _ => return None,
    })
}

/// One date without its qualifiers; falls back to EDTF's own notation for what has no name.
fn plain(date: &Part, style: Month) -> String {
    let notation = || {
        let text = date.to_string();
        text.replace(['~', '?', '%'], "")
    };
    let year = || match date.year.value() {
        Some(year) if year <= 0 => format!("{} BC", 1 - year),
        Some(year) => year.to_string(),
        None => decade(
            &notation()
                .chars()
                .take_while(|c| *c != '-')
                .collect::<String>(),
        ),
    };
    let month = date.month.and_then(|month| month.value());
    match (
        date.precision(),
        month,
        date.day.and_then(|day| day.value()),
    ) {
        (Precision::Year, ..) => year(),
        (Precision::Month, Some(month), _) => match month_name(month, style) {
            Some(name) => format!("{name} {}", year()),
            None => notation(),
        },
        (Precision::Season, Some(code), _) => match season(code) {
            Some(name) => format!("{name} {}", year()),
            None => notation(),
        },
        (Precision::Day, Some(month), Some(day)) => match month_name(month, style) {
            Some(name) => format!("{day} {name} {}", year()),
            None => notation(),
        },
        (Precision::Day, Some(month), None)
            if date.day.is_some_and(|day| day.digits == [None, None]) =>
        {
            match month_name(month, style) {
                Some(name) => format!("{name} {}", year()),
                None => notation(),
            }
        }
        _ => notation(),
    }
}

/// `199X` reads as `1990s`, `19XX` as `1900s (century)`.
fn decade(masked: &str) -> String {
    match masked.find('X') {
        Some(3) => format!("{}s", masked.replace('X', "0")),
        Some(2) if masked.ends_with("XX") => format!("{}s (century)", masked.replace('X', "0")),
        _ => masked.to_owned(),
    }
}

fn qualify(text: String, date: &Part, style: Month) -> String {
    let (about, unsure) = (date.is_approximate(), date.is_uncertain());
    match (style, about, unsure) {
        (_, false, false) => text,
        (Month::Full, true, false) => format!("about {text}"),
        (Month::Full, false, true) => format!("{text} (uncertain)"),
        (Month::Full, true, true) => format!("about {text} (uncertain)"),
        (Month::Short, true, false) => format!("{text}~"),
        (Month::Short, false, true) => format!("{text}?"),
        (Month::Short, true, true) => format!("{text}%"),
    }
}

fn part(date: &Part, style: Month) -> String {
    qualify(plain(date, style), date, style)
}

/// Two dates, the first without the year and month that the second repeats.
fn pair(start: &Part, end: &Part, style: Month) -> (String, String) {
    let whole_days = start.precision() == Precision::Day && end.precision() == Precision::Day;
    let (from, to) = (plain(start, style), plain(end, style));
    let shortened = if !whole_days || start.year != end.year {
        from
    } else {
        let words = if start.month == end.month { 1 } else { 2 };
        let kept: Vec<&str> = from.split(' ').take(words).collect();
        kept.join(" ")
    };
    (qualify(shortened, start, style), qualify(to, end, style))
}

fn joined(start: &Part, end: &Part, between: &str) -> String {
    let (start, end) = pair(start, end, Month::Short);
    let spaced = start.contains(' ') && between == "..";
    let between = if spaced { " .. " } else { between };
    format!("{start}{between}{end}")
}

fn clock(date: &Date) -> String {
    let Some(clock) = date.bounds().clock else {
        return String::new();
    };
    let zone = match clock.offset {
        None => String::new(),
        Some(0) => " UTC".to_owned(),
        Some(offset) => {
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.unsigned_abs();
            format!(" {sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    format!("{:02}:{:02}{zone}", clock.minute / 60, clock.minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_worded_as_precisely_as_they_are_known() {
        let vectors = [
            ("2025-07-03", "3 July 2025", "3 Jul 2025"),
            ("2025-01", "January 2025", "Jan 2025"),
            ("2022", "2022", "2022"),
            ("2022~", "about 2022", "2022~"),
            ("2025-07-03?", "3 July 2025 (uncertain)", "3 Jul 2025?"),
            ("199X", "1990s", "1990s"),
            ("19XX", "1900s (century)", "1900s (century)"),
            ("-0043", "44 BC", "44 BC"),
            ("2025-22", "summer 2025", "summer 2025"),
            ("2025-03-XX", "March 2025", "Mar 2025"),
            (
                "2025-06-02/2025-06-05",
                "from 2 to 5 June 2025",
                "2 – 5 Jun 2025",
            ),
            (
                "2025-05-30/2025-06-05",
                "from 30 May to 5 June 2025",
                "30 May – 5 Jun 2025",
            ),
            (
                "2022~/2025-05-16",
                "from about 2022 to 16 May 2025",
                "2022~ – 16 May 2025",
            ),
            ("2025-06-02/..", "from 2 June 2025 on", "2 Jun 2025 –"),
            (
                "[2025-06-11..2025-06-20]",
                "once between 11 and 20 June 2025",
                "11..20 Jun 2025",
            ),
            (
                "[2025-05-16..2025-07-03]",
                "once between 16 May and 3 July 2025",
                "16 May .. 3 Jul 2025",
            ),
            ("[..2025-07-02]", "on or before 2 July 2025", "≤ 2 Jul 2025"),
            ("[2025-07-03..]", "on or after 3 July 2025", "≥ 3 Jul 2025"),
            (
                "[2025-05-16,2025-06-02]",
                "one of 2025-05-16, 2025-06-02",
                "2025-05-16, 2025-06-02",
            ),
            (
                "2025-07-03T10:05+07:00",
                "3 July 2025, 10:05 +07:00",
                "3 Jul 2025 10:05 +07:00",
            ),
        ];
        for (edtf, full, short) in vectors {
            let date = Date::parse(edtf).unwrap();
            assert_eq!(phrase(&date), full, "{edtf}");
            assert_eq!(short_phrase(&date), short, "{edtf}");
        }
    }
}
