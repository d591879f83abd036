//! Told / happened: the order of an article beside the order of time, and the keys that walk both. Plain data; what it looks like
//! is in `tui`.
//!
//! [`Telling`] is the whole of it for one source and one view, without a size. [`Rows`] says which row each sentence and each event
//! has, [`lines()`] which of them a window joins. A picture of the whole joins every [`Link`] from `rows.row_of_told(link.told)` to
//! `rows.row_of_event(link.event)`.

mod coverage;
mod jumps;
mod lines;
mod making;
mod memo;
mod rows;
mod summary;
mod telling;
#[cfg(test)]
mod tests;
mod walking;

pub use coverage::{Coverage, percent, share_text};
pub use jumps::{Back, Jump, back};
pub use lines::{End, Line, lines};
pub use rows::{HappenedRow, Rows};
pub use telling::{Happened, Link, Telling, Told, Untold};
pub use walking::{Side, Sides};

pub(super) use walking::{browse, follow, point, wheel};
