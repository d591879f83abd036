//! The timeline that comes with the program: the seed article, read by hand.

use crate::format::{self, Base, Document, Encoding};
use crate::model::Fault;

/// How the built-in timeline is called in faults.
pub(super) const NAME: &str = "the built-in timeline";

const TIMELINE: &str = include_str!("../../assets/timeline.toml");

/// The article's text, under the path by which the timeline names it.
const TEXTS: &[(&str, &[u8])] = &[(
    "../seeds/000_f3226ebb9ab90383.txt",
    include_bytes!("../../seeds/000_f3226ebb9ab90383.txt"),
)];

/// The timeline, parsed.
///
/// # Errors
///
/// None while the tests pass: they open and check it.
pub(super) fn document() -> Result<Document, Fault> {
    format::parse(TIMELINE, NAME, Encoding::Toml)
}

/// Where its texts are.
pub(super) const fn base() -> Base<'static> {
    Base::Embedded(TEXTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::examine;

    #[test]
    fn the_built_in_timeline_opens_with_its_article_and_without_a_fault() {
        let (store, faults) = examine(document().unwrap(), NAME, &base());
        assert_eq!(faults, []);
        assert!(!store.is_empty());
        for source in store.source_positions() {
            assert!(store.source_text(source).unwrap().text().is_some());
        }
    }
}
