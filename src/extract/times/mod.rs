//! Temporal expressions of a text as TIMEX3 (TimeML 1.2.1). The words and rules of a language are in its pack; which event a
//! date belongs to is not decided here.

mod calendar;
mod captures;
mod clock;
mod compile;
mod digits;
mod feast;
mod lexicon;
mod matching;
mod meaning;
mod memory;
mod missing;
mod number;
mod openings;
mod order;
mod pattern;
mod periods;
mod plans;
mod reading;
mod shift;
mod stamp;
mod starts;
mod tagger;
mod timex;

#[cfg(test)]
mod english_sets_tests;
#[cfg(test)]
mod english_tests;
#[cfg(test)]
mod narration_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod second_language_tests;
#[cfg(test)]
mod value_tests;

pub(super) use calendar::plus_months;
pub use compile::TimesRules;
pub(super) use order::Order;
pub use tagger::timexes;
pub use timex::{Basis, Counted, Timex, TimexKind};
