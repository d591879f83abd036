//! What the program says in its bottom line.

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done or found.
    Note,
    /// Something could not be done.
    Warning,
}

/// One line for the user. It may quote hostile text: only `text::SafeText` may bring it to the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Message {
    /// Something was done or found.
    #[must_use]
    pub fn note(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Note,
        }
    }

    /// Something could not be done.
    #[must_use]
    pub fn warning(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Warning,
        }
    }
}

/// A count with its noun: `1 event`, `1,000,000 events`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// A number with its digits in threes: `1,000,000`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        let texts = [0, 12, 123, 1_234, 12_345, 123_456, 1_000_000].map(grouped);
        let expected = ["0", "12", "123", "1,234", "12,345", "123,456", "1,000,000"];
        assert_eq!(texts, expected);
        assert_eq!(count(1, "event"), "1 event");
    }
}
