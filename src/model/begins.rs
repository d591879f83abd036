//! When what a date speaks of can have begun. What it spans as a whole is in `bounds`.

use edtf_core::{Edtf, IntervalEndpoint};

use super::Day;
use super::bounds::Bounds;
use super::date::{Date, bounds};

impl Date {
    /// The first and the last day on which it can have begun: of what lasted, the days of its start; else its bounds.
    #[must_use]
    pub fn begins(&self) -> Bounds {
        let whole = self.bounds();
        let Edtf::Interval(interval) = &self.edtf else {
            return whole;
        };
        let days = |date| bounds(&Edtf::Date(date)).ok();
        let latest = |date| days(date).map_or(whole.latest, |days| days.latest);
        match interval.start {
            IntervalEndpoint::Date(date) => Bounds::days(whole.earliest, latest(date)),
            IntervalEndpoint::OnOrBefore(date) => Bounds::days(Day::MIN, latest(date)),
            IntervalEndpoint::OnOrAfter(_) => whole,
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => {
                Bounds::days(Day::MIN, whole.latest)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lasted_began_with_its_start_and_anything_else_within_its_bounds() {
        let begins = |text: &str| {
            let bounds = Date::parse(text).unwrap().begins();
            format!("{}..{}", bounds.earliest, bounds.latest)
        };
        assert_eq!(begins("2022-02-24/2025-05-16"), "2022-02-24..2022-02-24");
        assert_eq!(begins("2022/2025-05-16"), "2022-01-01..2022-12-31");
        assert_eq!(begins("../2025-05-16"), "....2025-05-16");
        assert_eq!(begins("/2025-05-16"), "....2025-05-16");
        assert_eq!(begins("2025-06"), "2025-06-01..2025-06-30");
        assert_eq!(begins("[2025-06-11..2025-06-20]"), "2025-06-11..2025-06-20");
        assert_eq!(begins("2025-07-03"), "2025-07-03..2025-07-03");
    }
}
