//! Time on the processor: others may work on the machine.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How long this thread has run, where the system says it; else how long it has been there.
pub(crate) fn on_processor() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let said = fs::read_to_string("/proc/thread-self/schedstat");
    let said = said
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok());
    said.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
