//! How a draft tells whether a person has changed it: the builder signs what it made.

use sha2::{Digest, Sha256};

use crate::model::{Event, Review};

/// Hexadecimal digits of a fingerprint: enough to tell an edit, which nobody hides.
const DIGITS: usize = 16;

/// The fingerprint of an event with everything in it, its own fingerprint aside; `None` for what cannot be written.
fn fingerprint(event: &Event) -> Option<String> {
    let bare = Event {
        built: None,
        ..event.clone()
    };
    let bytes = serde_json::to_vec(&bare).ok()?;
    let mut digits = format!("{:x}", Sha256::digest(bytes));
    digits.truncate(DIGITS);
    Some(digits)
}

/// Signs a draft as it stands.
pub(super) fn sign(event: &mut Event) {
    event.built = fingerprint(event);
}

/// Whether an event is a draft that nobody has changed since it was built.
#[must_use]
pub fn is_untouched(event: &Event) -> bool {
    event.review == Review::Draft && event.built.is_some() && event.built == fingerprint(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_breaks_the_fingerprint() {
        let mut event = Event {
            id: "a".to_owned(),
            title: "Judul".to_owned(),
            ..Event::default()
        };
        assert!(!is_untouched(&event), "nobody signed it");
        sign(&mut event);
        assert!(is_untouched(&event));
        let mut edited = event.clone();
        edited.title.push('!');
        assert!(!is_untouched(&edited));
        let mut noted = event.clone();
        noted.extra.insert("note".to_owned(), "my own".into());
        assert!(!is_untouched(&noted));
        event.review = Review::Accepted;
        assert!(!is_untouched(&event));
    }
}
