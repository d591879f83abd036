//! A stretch of time as a person types it into a filter: `2025-06`, `2025-06..2025-07-03`, `2025-06..`, `..2022`.

use super::{Bounds, Date, DateError, Day};

/// The days that a typed range spans. Each side is an EDTF date; `..` or `/` stands between them, and either may be missing.
///
/// # Errors
///
/// [`DateError`] where a side is no date, both are missing, or it ends before it begins.
pub fn parse_range(text: &str) -> Result<Bounds, DateError> {
    let text = text.trim();
    let Some((from, to)) = text.split_once("..").or_else(|| text.split_once('/')) else {
        let bounds = Date::parse(text)?.bounds();
        return Ok(Bounds::days(bounds.earliest, bounds.latest));
    };
    let side = |text: &str| match text.trim() {
        "" => Ok(None),
        date => Date::parse(date).map(|date| Some(date.bounds())),
    };
    let (from, to) = (side(from)?, side(to)?);
    let earliest = from.map_or(Day::MIN, |bounds| bounds.earliest);
    let latest = to.map_or(Day::MAX, |bounds| bounds.latest);
    let error = |message: &str| DateError {
        message: message.to_owned(),
        offset: 0,
    };
    if from.is_none() && to.is_none() {
        return Err(error("neither side has a date"));
    }
    if earliest > latest {
        return Err(error("it ends before it begins"));
    }
    Ok(Bounds::days(earliest, latest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_spans_both_its_sides_whole_and_may_be_open() {
        let days = |text| {
            let bounds = parse_range(text).unwrap();
            format!("{}..{}", bounds.earliest, bounds.latest)
        };
        assert_eq!(days("2025-06"), "2025-06-01..2025-06-30");
        assert_eq!(days("2025-05 .. 2025-06"), "2025-05-01..2025-06-30");
        assert_eq!(days("2022/2025-07-03"), "2022-01-01..2025-07-03");
        assert_eq!(days("2025-06.."), "2025-06-01....");
        assert_eq!(days("..2022"), "....2022-12-31");
        for wrong in ["", "..", "june", "2025-06..2025-05", "2025-02-30"] {
            assert!(parse_range(wrong).is_err(), "{wrong}");
        }
    }
}
