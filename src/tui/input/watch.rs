//! The end of a program that is too busy to be asked: a thread that waits for signals, gives the terminal back and ends it.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use signal_hook::low_level::{emulate_default_handler, pipe};

use crate::tui::terminal::leave_at_once;

/// So long a signal may wait for the program to take it: longer than any frame, shorter than a service manager's patience.
const PATIENCE: Duration = Duration::from_secs(2);

/// Watches over these signals and the flags that say that they have come and were not taken yet. One that is not taken in
/// [`PATIENCE`], or not before the next one comes, ends the program as it would have without a handler.
pub(super) fn watch(ending: &[(i32, Arc<AtomicBool>)]) -> io::Result<()> {
    let (mut news, teller) = UnixStream::pair()?;
    for (signal, _) in ending {
        pipe::register(*signal, teller.try_clone()?)?;
    }
    let ending = ending.to_vec();
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            // Kept here, so that the pipe is never closed.
            let _teller = teller;
            while wait(&mut news, None) {
                if pending(&ending).is_none() {
                    continue;
                }
                wait(&mut news, Some(PATIENCE));
                if let Some(signal) = pending(&ending) {
                    leave_at_once();
                    let _ = emulate_default_handler(signal);
                }
            }
        })?;
    Ok(())
}

/// A signal that came and was not taken.
fn pending(ending: &[(i32, Arc<AtomicBool>)]) -> Option<i32> {
    let came =
        |(signal, flag): &(i32, Arc<AtomicBool>)| flag.load(Ordering::SeqCst).then_some(*signal);
    ending.iter().find_map(came)
}

/// Waits for the next signal, at most so long; tells whether one came.
fn wait(news: &mut UnixStream, patience: Option<Duration>) -> bool {
    let _ = news.set_read_timeout(patience);
    loop {
        match news.read(&mut [0]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return matches!(read, Ok(1)),
        }
    }
}
