//! What is known of a word, as bits: what the language pack says of it, and how it is written.

/// A set of properties of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::extract) struct Flags(pub(super) u64);

macro_rules! flags {
    ($($name:ident = $bit:literal, $doc:literal;)*) => {
        impl Flags {
            $(#[doc = $doc] pub(in crate::extract) const $name: Self = Self(1 << $bit);)*
        }
    };
}

flags! {
    ORDINARY = 0, "No part of a name, though a sentence may begin with it.";
    CALENDAR = 1, "A day, month or zone.";
    RANK = 2, "A rank, title or form of address.";
    DEGREE = 3, "A degree.";
    ROLE = 4, "Begins a phrase for an office, a profession or kin.";
    FIELD = 5, "Names what an office or a body is for.";
    ORGANISATION = 6, "Heads the name of a body.";
    TAIL = 7, "Ends the name of a body.";
    KNOWN_BODY = 8, "A body known by name.";
    OUTLET = 9, "An outlet.";
    PLACE_HEAD = 10, "Heads the name of a place.";
    KNOWN_PLACE = 11, "A place known by name.";
    STATE = 12, "A state.";
    CAPITAL = 13, "A capital that stands for a state.";
    GIVEN = 14, "A given name.";
    PARTICLE = 15, "Stands inside a name.";
    JOINER = 16, "Stands inside the name of a body.";
    PLACE_CUE = 17, "Stands before a place.";
    PRONOUN = 18, "Stands for a person.";
    DEMONSTRATIVE = 19, "Points back.";
    OTHER_NAME = 20, "Stands between two names of one.";
    AUXILIARY = 21, "Stands behind a subject.";
    UNNAMED = 22, "One who may speak without a name.";
    SOMEONE = 23, "Stands before such a one.";
    NO_NAME = 24, "Looks like a name and is none.";
    BEFORE_SPEAKER = 25, "A verb of saying before its speaker.";
    AFTER_SPEAKER = 26, "A verb of saying behind its speaker.";
    SELF_SPEAKER = 27, "A verb of saying that holds a pronoun for its speaker.";
    ACCORDING = 28, "Stands before the one whose claim follows.";
    THUS = 29, "Stands between a quote and its verb.";
    CITING = 30, "Stands before the outlet cited or the person relayed.";
    CITING_LINK = 31, "Stands between such a verb and the outlet.";
    STATEMENT = 32, "What the one relayed has said.";
    LISTENER = 33, "Stands before the one spoken to.";
    SPEAKER_END = 34, "Ends the naming of a speaker.";
    CALLED = 35, "Stands before another name.";
    SHOUTED = 36, "Counts in upper case only.";
    PHRASE = 37, "Begins a phrase of the pack.";
    GOVERNOR = 38, "Stands before a name that is no subject.";
    PASSIVE = 39, "Begins like a verb whose subject is acted upon.";
    CAP = 40, "Begins with an upper-case letter.";
    UPPER = 41, "All in upper case, of two letters or more.";
    SPACED = 42, "White space stands before it.";
    BREAKS = 43, "A line break stands before it.";
    AGENT = 44, "Stands before the one who does what a passive verb says.";
    QUOTED = 45, "Stands between quotation marks.";
    VERB = 46, "Begins like a verb.";
    WORD = 47, "Made of letters.";
    NUMBER = 48, "Made of digits.";
    FIRST = 49, "Begins a sentence, or a stretch in quotation marks.";
    TITLE = 50, "In a headline, or a line in the case of headlines.";
    LOWER_TOO = 51, "The same word stands in lower case elsewhere in the text.";
    BODY = 52, "A body that may act without a name.";
    COUNT = 53, "Counts those who act without a name.";
    NO_VERB = 54, "Begins like a verb and is none.";
    ACTIVE = 55, "Begins like a verb that acts upon what stands behind it.";
    COMPANION = 56, "Stands before the one with whom or against whom something is done.";
    NAMING = 57, "Stands before the name of a person.";
    UNKNOWN = 58, "Says that nobody knows who they are.";
    RELATIVE = 59, "Opens a clause about the noun before it.";
    PLAIN = 60, "A sentence often begins with it, a name does not.";
    REGION = 61, "Heads the name of a region, which may also be named without it.";
    ADDRESS = 62, "A form of address that a single name is known with.";
    INHABITANT = 63, "One who is told by where they live.";
}

impl Flags {
    /// All that a pack may say of a word.
    pub(in crate::extract) const LEXICAL: Self = Self((1 << 36) - 1)
        .with(Self::GOVERNOR)
        .with(Self::AGENT)
        .with(Self::BODY)
        .with(Self::COUNT)
        .with(Self::NO_VERB)
        .with(Self::COMPANION)
        .with(Self::NAMING)
        .with(Self::UNKNOWN)
        .with(Self::RELATIVE)
        .with(Self::PLAIN)
        .with(Self::REGION)
        .with(Self::ADDRESS)
        .with(Self::INHABITANT);

    /// None.
    pub(in crate::extract) const NONE: Self = Self(0);

    /// Whether any of the properties is there.
    pub(in crate::extract) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether all of the properties are there.
    pub(in crate::extract) const fn all(self, of: Self) -> bool {
        self.0 & of.0 == of.0
    }

    /// Both sets together.
    pub(in crate::extract) const fn with(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Those that are in both.
    pub(in crate::extract) const fn only(self, of: Self) -> Self {
        Self(self.0 & of.0)
    }

    /// Without these.
    pub(in crate::extract) const fn without(self, less: Self) -> Self {
        Self(self.0 & !less.0)
    }
}
