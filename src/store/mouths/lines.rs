//! The lines of a tally: which heading, event or ladder stands in which. What they look like is in `tui`.

use super::Tally;

/// So many ladders of an event are drawn at most; of more the last line says how many are left.
pub const LADDERS: usize = 5;

/// What one line of a tally shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyRow {
    /// A heading, by the group's place.
    Heading(usize),
    /// A line of an event: first its own, then one for each ladder.
    Event {
        /// The event's place in the tally.
        place: usize,
        /// Which of its lines, from 0.
        line: usize,
    },
}

/// How many lines the ladders of so many claims take: at least one, for that nobody says it is told too.
pub(super) fn ladders(claims: usize) -> u32 {
    u32::try_from(claims.clamp(1, LADDERS)).unwrap_or(1)
}

impl Tally {
    fn ladders_before(&self, place: usize) -> usize {
        let last = self.ladders.last();
        let before = self.ladders.get(place).or(last);
        before.map_or(0, |before| *before as usize)
    }

    /// How many lines there are: one for each heading, `own` for each event, and its ladders.
    #[must_use]
    pub fn line_count(&self, own: usize) -> usize {
        self.len() * own + self.ladders_before(self.len()) + self.groups().len()
    }

    /// The first line of the event at a place.
    #[must_use]
    pub fn line_of(&self, place: usize, own: usize) -> usize {
        let headings = self.group_of(place).map_or(0, |group| group + 1);
        place * own + self.ladders_before(place) + headings
    }

    /// How many lines the event at a place takes.
    #[must_use]
    pub fn height(&self, place: usize, own: usize) -> usize {
        own + self.ladders_before(place + 1) - self.ladders_before(place)
    }

    /// What stands in a line.
    #[must_use]
    pub fn line(&self, line: usize, own: usize) -> Option<TallyRow> {
        // The last event that begins in this line or before it.
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.line_of(middle, own) <= line {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let place = low.checked_sub(1);
        if let Some(place) = place {
            let within = line - self.line_of(place, own);
            if within < self.height(place, own) {
                return Some(TallyRow::Event {
                    place,
                    line: within,
                });
            }
        }
        // Behind an event's lines, before the next one's, a heading stands.
        let next = place.map_or(0, |place| place + 1);
        let group = self.group_of(next)?;
        (next < self.len()).then_some(TallyRow::Heading(group))
    }
}
