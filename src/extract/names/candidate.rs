//! One place where a text may name an actor, with what speaks for each kind.

use std::ops::Range;

/// What speaks for each kind, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Votes {
    /// For a person.
    pub(super) person: i32,
    /// For a body.
    pub(super) body: i32,
    /// For a place.
    pub(super) place: i32,
}

/// What says that a name is nobody's, however often it stands in the text.
pub(super) const NO_ACTOR: Votes = Votes {
    person: -NEVER,
    body: -NEVER,
    place: -NEVER,
};

/// More points than all else may bring.
const NEVER: i32 = 100_000;

impl Votes {
    pub(super) fn add(&mut self, more: Self) {
        self.person = self.person.saturating_add(more.person);
        self.body = self.body.saturating_add(more.body);
        self.place = self.place.saturating_add(more.place);
    }
}

/// A possible name. Ranges are places in the list of words.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The name, without rank and role.
    pub(super) words: Range<usize>,
    /// Rank and role, if any.
    pub(super) role: Option<Range<usize>>,
    /// What speaks for each kind.
    pub(super) votes: Votes,
    /// The number of the state it stands for; 0 for none.
    pub(super) state: u16,
    /// It is the capital of that state.
    pub(super) capital: bool,
    /// Nothing but its upper-case letter speaks for it, and that may be due to its place.
    pub(super) weak: bool,
    /// A word for a work, a product or a contest stands before it.
    pub(super) thing: bool,
    /// It is an outlet.
    pub(super) outlet: bool,
    /// A verb follows whose subject it is.
    pub(super) subject: bool,
    /// That verb says what is done to it.
    pub(super) passive: bool,
    /// It does what a passive verb says.
    pub(super) agent: bool,
    /// An active verb before it acts upon it.
    pub(super) object: bool,
    /// Something is done with it or against it.
    pub(super) companion: bool,
    /// A word for a place stands before it.
    pub(super) located: bool,
    /// It stands behind a comma that follows a role.
    pub(super) apposed: bool,
    /// Another name of the candidate before it.
    pub(super) renames: bool,
}
