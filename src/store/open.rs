//! From a parsed file to a store: what may be opened, what must be refused, what is worth a notice.

use super::Store;
use super::check::check;
use crate::format::{Base, Document, load_texts};
use crate::model::{Fault, FaultKind};

/// A store and what its user should know about it.
#[derive(Debug)]
pub struct Opened {
    /// The timeline, ready for reading.
    pub store: Store,
    /// Faults that do not make it unreadable: moved anchors, texts that could not be read, differing hashes.
    pub notices: Vec<Fault>,
}

/// Opens a document. A timeline with something on it that its source does not contain is refused whole.
///
/// # Errors
///
/// The first fault that makes the timeline untrustworthy; its mend names the command that lists all of them.
pub fn open(mut document: Document, name: &str, base: &Base) -> Result<Opened, Fault> {
    let mut told = std::mem::take(&mut document.damaged);
    let (store, faults) = examine(document, name, base);
    let (notices, grave): (Vec<Fault>, Vec<Fault>) =
        faults.into_iter().partition(|fault| is_notice(fault.kind));
    let more = grave.len().saturating_sub(1);
    if let Some(mut first) = grave.into_iter().next() {
        if more > 0 {
            first.mend = format!(
                "{} (and {more} more: linimasa check lists them)",
                first.mend
            );
        }
        return Err(first);
    }
    told.extend(notices);
    Ok(Opened {
        store,
        notices: told,
    })
}

/// A document as a store with every fault it has, in the order of the file: nothing is refused, so nothing of it may be shown
/// as if it were proven.
#[must_use]
pub fn examine(document: Document, name: &str, base: &Base) -> (Store, Vec<Fault>) {
    let mut faults = document.damaged;
    let stored = load_texts(&document.timeline, name, base, &document.lines);
    let (texts, text_faults): (Vec<_>, Vec<_>) = stored
        .into_iter()
        .map(|stored| (stored.text, stored.fault))
        .unzip();
    let store = Store::new(document.timeline, texts);
    faults.extend(check(&store, name, &document.lines, &text_faults));
    (store, faults)
}

const fn is_notice(kind: FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::Moved
            | FaultKind::Hash
            | FaultKind::Outside
            | FaultKind::Missing
            | FaultKind::NotAFile
            | FaultKind::Io
            | FaultKind::NotText
            | FaultKind::Empty
            | FaultKind::Lookalike
    )
}
