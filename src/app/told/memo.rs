//! The last telling, kept as long as it is asked for again. It saves work and changes nothing that is seen.

use std::cell::RefCell;
use std::rc::Rc;

use super::telling::{Telling, Untold};
use crate::app::state::State;
use crate::store::{EventIx, SourceIx};

/// What a telling depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    view: u64,
    source: SourceIx,
    events: usize,
    /// Counts only where the file is read from disk.
    selected: Option<EventIx>,
}

/// What was asked for and what the answer was.
type Kept = (Key, Result<Rc<Telling>, Untold>);

/// The last telling.
#[derive(Debug, Default)]
pub(super) struct Memo(RefCell<Option<Kept>>);

impl State {
    /// What the source under the cursor tells of the events that are left.
    ///
    /// # Errors
    ///
    /// [`Untold`]: events are still being read, or there is no source, or its text is not stored.
    pub fn telling(&self) -> Result<Rc<Telling>, Untold> {
        let key = Key {
            view: self.view.number(),
            source: self.cursor.source,
            events: self.store.len(),
            selected: self.selected.filter(|_| self.store.timeline().is_none()),
        };
        let mut kept = self.sides.memo.0.borrow_mut();
        if let Some((of, telling)) = kept.as_ref()
            && *of == key
        {
            return telling.clone();
        }
        let telling = Telling::new(&self.store, &self.view, key.source, key.selected).map(Rc::new);
        *kept = Some((key, telling.clone()));
        telling
    }
}
