//! The ways of looking at the same events, and going from one to the next. What each looks like is in `tui`.

use super::message::Message;
use super::state::State;
use super::target::Pane;

/// How the timeline pane shows the events that are left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// One after the other, under their years and months.
    #[default]
    List,
    /// A row for each actor, time from left to right.
    Lanes,
    /// The order of the article beside the order of time.
    Told,
    /// Who said it, and how much rests on one mouth.
    Attribution,
}

impl Perspective {
    /// All of them, in the order of `v`.
    pub const ALL: [Self; 4] = [Self::List, Self::Lanes, Self::Told, Self::Attribution];

    /// Its name on the screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Lanes => "lanes",
            Self::Told => "told/happened",
            Self::Attribution => "who it rests on",
        }
    }

    /// Whether it wants the whole width of the screen, so that event and source go beneath it.
    #[must_use]
    pub const fn is_wide(self) -> bool {
        matches!(self, Self::Lanes | Self::Told)
    }

    /// The next one, the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::List => Self::Lanes,
            Self::Lanes => Self::Told,
            Self::Told => Self::Attribution,
            Self::Attribution => Self::List,
        }
    }
}

/// `v`: the next perspective; `3v`: the third.
pub(super) fn switch(state: &mut State, number: Option<usize>) {
    let wanted = number.and_then(|number| Perspective::ALL.get(number.checked_sub(1)?));
    if let (Some(number), None) = (number, wanted) {
        let views = Perspective::ALL.len();
        state.message = Some(Message::warning(format!(
            "there is no view {number}: there are {views}"
        )));
        return;
    }
    state.perspective = wanted.copied().unwrap_or(state.perspective.next());
    state.timeline_scroll.follow();
    super::browse::focus(state, Pane::Timeline);
    let name = state.perspective.name();
    state.message = Some(Message::note(format!("view: {name}")));
}
