//! Work beside the keyboard: begun on another thread, taken when it is done, cancelled when it is dropped. What is worked out is
//! decided elsewhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

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

/// Whether the answer of some work is still wanted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cancelled(Arc<AtomicBool>);

impl Cancelled {
    /// Nobody waits for it any more.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Work under way.
#[derive(Debug)]
pub(crate) struct Beside<T> {
    answer: Receiver<T>,
    cancelled: Cancelled,
}

impl<T: Send + 'static> Beside<T> {
    /// Begins it; `work` gives nothing once it is cancelled.
    pub(crate) fn start(
        wake: Wake,
        work: impl FnOnce(&Cancelled) -> Option<T> + Send + 'static,
    ) -> Self {
        let (send, answer) = channel();
        let cancelled = Cancelled::default();
        let told = cancelled.clone();
        thread::spawn(move || {
            if let Some(answer) = work(&told) {
                // Nobody waits for it any more if this fails.
                let _ = send.send(answer);
            }
            wake.call();
        });
        Self { answer, cancelled }
    }

    /// The answer, once it is there. `Err` if the work ended without one.
    ///
    /// # Errors
    ///
    /// `()` when the thread is gone; the work may be done again.
    pub(crate) fn take(&self) -> Result<Option<T>, ()> {
        match self.answer.try_recv() {
            Ok(answer) => Ok(Some(answer)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(()),
        }
    }
}

impl<T> Drop for Beside<T> {
    fn drop(&mut self) {
        self.cancelled.0.store(true, Ordering::Relaxed);
    }
}
