//! The limits of every reader, as `--help` names them. They are set where they are held.

/// Stands below the help.
pub(super) const LIMITS: &str = "\
Limits:
  What asks more of this machine is refused, or left out and told, with the file, the line and the mend. Memory grows with
  the input, never with what it claims of itself.
    a timeline that is read whole     2 GiB; TOML 80 levels deep, JSON 128
    a stored text, an article         64 MiB each
    a page of HTML                    8 MiB, 256 levels, 200,000 elements and character references
    a record of a large file          16 MiB (--max-record), JSON 128 levels deep
    a table                           4,096 columns, a header of 1 MiB
    standard input, a packed file     16 GiB (--max-size); 200 times its packed size (--max-ratio)";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::MAX_ARTICLE_BYTES;
    use crate::format::stream::Limits;
    use crate::format::{MAX_BYTES, MAX_TEXT_BYTES};

    #[test]
    fn the_help_names_the_limits_that_are_held() {
        let usual = Limits::default();
        assert_eq!(MAX_BYTES, 2 << 30);
        assert_eq!(MAX_TEXT_BYTES, 64 << 20);
        assert_eq!(MAX_ARTICLE_BYTES, 64 << 20);
        assert_eq!(
            (usual.max_record, usual.max_size, usual.max_ratio),
            (16 << 20, 16 << 30, 200)
        );
        for words in [
            "2 GiB",
            "64 MiB each",
            "16 MiB (--max-record)",
            "16 GiB (--max-size)",
            "200 times its packed size (--max-ratio)",
        ] {
            assert!(LIMITS.contains(words), "{words}");
        }
    }
}
