//! The closed vocabularies of the file format. Each value is spelled in the file exactly as its lower-case name.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$value_doc])* #[serde(rename = $text)] $value),+
        }

        impl $name {
            /// Every value, in the order of the file format's description.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word that stands in files and on the screen.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.word() == text).ok_or_else(|| {
                    let words: Vec<_> = Self::ALL.iter().map(|value| value.word()).collect();
                    format!("expected one of: {}", words.join(", "))
                })
            }
        }
    };
}

vocabulary! {
    /// What an actor is.
    ActorKind {
        /// A human being.
        Person = "person",
        /// A body that acts: a ministry, a company, an alliance.
        Organisation = "organisation",
        /// A place that acts (a state) or where an event happens.
        Place = "place",
    }
}

vocabulary! {
    /// Whether an event took place, lies ahead, or rests on somebody's word alone.
    #[derive(Default)]
    Status {
        /// The source states it as a fact.
        #[default]
        Happened = "happened",
        /// The source says that it will happen.
        Planned = "planned",
        /// The source passes on that somebody says so.
        Claimed = "claimed",
    }
}

vocabulary! {
    /// What a person has decided about an event.
    #[derive(Default)]
    Review {
        /// Nobody has looked at it yet.
        #[default]
        Draft = "draft",
        /// A person stands behind it.
        Accepted = "accepted",
        /// A person has turned it down; it is kept so that it does not come back.
        Rejected = "rejected",
    }
}

vocabulary! {
    /// How a claim's date was read from its words.
    Reading {
        /// The words alone give the calendar date.
        Explicit = "explicit",
        /// The words give it together with another date.
        Relative = "relative",
        /// No words give it; a reader concluded it.
        Inferred = "inferred",
    }
}

vocabulary! {
    /// What an anchor's words do for their claim.
    Role {
        /// They state the event.
        Evidence = "evidence",
        /// They give its date.
        Date = "date",
        /// They are direct speech.
        Quote = "quote",
    }
}

vocabulary! {
    /// Whether a claim says that the event took place or that it did not.
    Stance {
        /// The source says so.
        Asserts = "asserts",
        /// The source says that it is not so.
        Denies = "denies",
    }
}

vocabulary! {
    /// TIMEX3 `mod` (TimeML 1.2.1, section 2.2): how a temporal expression qualifies its value.
    Modifier {
        /// Its beginning.
        Start = "START",
        /// Its middle.
        Mid = "MID",
        /// Its end.
        End = "END",
        /// About.
        Approx = "APPROX",
        /// Longer than.
        MoreThan = "MORE_THAN",
        /// Shorter than.
        LessThan = "LESS_THAN",
        /// At least as long as.
        EqualOrMore = "EQUAL_OR_MORE",
        /// At most as long as.
        EqualOrLess = "EQUAL_OR_LESS",
        /// Earlier than.
        Before = "BEFORE",
        /// Later than.
        After = "AFTER",
        /// On it or earlier.
        OnOrBefore = "ON_OR_BEFORE",
        /// On it or later.
        OnOrAfter = "ON_OR_AFTER",
    }
}
