//! On whom a claim rests, in 32 bits. Why on that one, and who is the same as whom, is in `store::mouths`.

/// On whom a claim rests, by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// An actor who said it.
    Actor(u32),
    /// An outlet that is cited, or that published the record, by the number of its name.
    Outlet(u32),
    /// A source that speaks for itself.
    Source(u32),
    /// A record that is its own source and names nobody.
    Record,
}

/// A voice, and whether it denies the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said(u32);

/// The largest number: nobody who is known.
const NOBODY: u32 = u32::MAX >> 3;

impl Said {
    pub(super) fn new(voice: Voice, denies: bool) -> Self {
        let (kind, number) = match voice {
            Voice::Actor(actor) => (0, actor),
            Voice::Outlet(outlet) => (1, outlet),
            Voice::Source(source) => (2, source),
            Voice::Record => (3, 0),
        };
        Self(number.min(NOBODY) << 3 | kind << 1 | u32::from(denies))
    }

    pub(crate) const fn voice(self) -> Voice {
        let number = self.0 >> 3;
        match self.0 >> 1 & 0b11 {
            0 => Voice::Actor(number),
            1 => Voice::Outlet(number),
            2 => Voice::Source(number),
            _ => Voice::Record,
        }
    }

    pub(crate) const fn denies(self) -> bool {
        self.0 & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_keeps_its_number_and_its_stance() {
        for number in [0, 1, 1 << 20, NOBODY] {
            for voice in [
                Voice::Actor(number),
                Voice::Outlet(number),
                Voice::Source(number),
            ] {
                for denies in [false, true] {
                    let said = Said::new(voice, denies);
                    assert_eq!((said.voice(), said.denies()), (voice, denies));
                }
            }
        }
        assert_eq!(Said::new(Voice::Record, false).voice(), Voice::Record);
        assert_eq!(
            Said::new(Voice::Actor(u32::MAX), true).voice(),
            Voice::Actor(NOBODY)
        );
    }
}
