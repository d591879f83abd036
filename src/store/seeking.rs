//! A search that runs beside the keyboard: begun, taken when it is done, cancelled when it is dropped. What it finds is decided
//! in `search`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::Store;
use super::index::EventIx;
use super::search::Search;

/// Tells the thread that draws that something came.
#[derive(Clone)]
pub struct Wake(Arc<dyn Fn() + Send + Sync>);

impl Wake {
    /// What is called, from any thread.
    #[must_use]
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(wake))
    }

    /// Something came.
    pub fn call(&self) {
        (self.0)();
    }
}

impl std::fmt::Debug for Wake {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Wake")
    }
}

/// A search under way.
#[derive(Debug)]
pub struct Seeking {
    found: Receiver<Vec<EventIx>>,
    cancelled: Arc<AtomicBool>,
}

impl Seeking {
    /// The events found by their words, once they are all found. `Err` if the search ended without an answer.
    ///
    /// # Errors
    ///
    /// `()` when the thread that searched is gone; the search may be run again.
    pub(crate) fn take(&self) -> Result<Option<Vec<EventIx>>, ()> {
        match self.found.try_recv() {
            Ok(found) => Ok(Some(found)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(()),
        }
    }
}

impl Drop for Seeking {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Text that is searched between two keys without being felt, in bytes.
const AT_ONCE: usize = 4 << 20;

impl Store {
    /// Begins a search on other threads, if there is so much text that it would be felt and somebody who can be woken.
    #[must_use]
    pub(crate) fn seek(&self, search: &Search) -> Option<Seeking> {
        let wake = self.wake.clone()?;
        let texts = self.columns.iter().map(|(_, chunk)| chunk.text_bytes());
        if texts.sum::<usize>() < AT_ONCE {
            return None;
        }
        let (find, found) = channel();
        let cancelled = Arc::new(AtomicBool::new(false));
        let (search, columns, stop) =
            (search.clone(), self.columns.clone(), Arc::clone(&cancelled));
        thread::spawn(move || {
            if let Some(events) = search.scan(&columns, &stop) {
                // Nobody waits for it any more if this fails.
                let _ = find.send(events);
            }
            wake.call();
        });
        Some(Seeking { found, cancelled })
    }

    /// Whom to wake when something has come.
    pub fn set_wake(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }
}
