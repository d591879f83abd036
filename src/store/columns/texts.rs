//! Texts of many events end to end in one run of bytes. What they are is not known here.

use super::ends::Ends;

/// Ends every text. No text that can be typed or searched for holds it, so nothing is found across two of them.
pub(crate) const END: char = '\0';

/// Texts by their place, in one piece of memory: little more than their own length.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    all: String,
    /// Where each text ends, its [`END`] included.
    ends: Ends,
}

impl Texts {
    /// Adds a text. Beyond 4 GiB in all, texts are empty: no chunk comes near.
    pub(super) fn push(&mut self, text: &str) {
        self.begin(text);
        self.close();
    }

    /// Adds to the text that is being written.
    pub(super) fn begin(&mut self, text: &str) {
        self.all.push_str(text);
    }

    /// Separates two parts of one text.
    pub(super) fn part(&mut self) {
        self.all.push(END);
    }

    /// Ends the text that is being written.
    pub(super) fn close(&mut self) {
        self.all.push(END);
        self.ends.push(self.all.len());
    }

    /// The text at a place, with the ends of its parts but without its own.
    pub(crate) fn get(&self, place: usize) -> &str {
        let range = self.ends.range(place);
        let text = range.and_then(|range| self.all.get(range)).unwrap_or("");
        text.strip_suffix(END).unwrap_or(text)
    }

    /// All of them, for a search in one go.
    pub(crate) fn all(&self) -> &str {
        &self.all
    }

    /// The place of the text in which a byte of [`Texts::all`] stands.
    pub(crate) fn place_of(&self, byte: usize) -> usize {
        self.ends.place_of(byte)
    }

    /// Where in [`Texts::all`] the text after the one at `place` begins.
    pub(crate) fn end_of(&self, place: usize) -> usize {
        self.ends
            .range(place)
            .map_or(self.all.len(), |range| range.end)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Forgets all of them and keeps their room.
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.ends.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_is_given_back_and_found_by_each_of_its_bytes(
            texts in proptest::collection::vec("[a-zé ]{0,9}", 0..20)
        ) {
            let mut all = Texts::default();
            texts.iter().for_each(|text| all.push(text));
            for (place, text) in texts.iter().enumerate() {
                prop_assert_eq!(all.get(place), text);
                let end = all.end_of(place);
                for byte in end - text.len() - 1..end {
                    prop_assert_eq!(all.place_of(byte), place);
                }
            }
            prop_assert_eq!(all.get(texts.len()), "");
        }
    }

    #[test]
    fn parts_stand_in_one_text() {
        let mut all = Texts::default();
        all.begin("one");
        all.part();
        all.begin("two");
        all.close();
        all.push("");
        assert_eq!(all.get(0).split(END).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(all.get(1), "");
    }
}
