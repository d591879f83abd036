//! The languages that articles can be read in: the one that the user names, else the one that a text shows.

use super::outcome::Failure;
use crate::extract::{Article, Language, Pack};
use crate::model::{Fault, FaultKind};

/// The languages that may be used.
#[derive(Debug)]
pub(super) struct Languages {
    /// The one that the user named.
    named: Option<&'static Language>,
}

impl Languages {
    /// All built-in languages, or only the named one.
    pub(super) fn new(named: Option<&str>) -> Result<Self, Failure> {
        let Some(tag) = named else {
            return Ok(Self { named: None });
        };
        let named = Language::built_in(tag);
        if named.is_none() {
            let mend = format!("use --lang {}", Pack::BUILT_IN.join(" or --lang "));
            let cause = "there is no pack for this language";
            return Err(Failure::usage("--lang", cause, &mend));
        }
        Ok(Self { named })
    }

    /// The language of an article: as the user says, else as its words show, else as its file says, else none, where only
    /// what needs no language is read; and whether it is known.
    pub(super) fn of(&self, article: &Article) -> Option<(&'static Language, bool)> {
        let declared = || article.language.as_deref().and_then(Language::built_in);
        // What the words show is surer than what the file says, which knows the region, though.
        let read = || match (Language::shown_by(&article.text), declared()) {
            (Some(shown), Some(declared)) if shown.is_same_language(declared) => Some(declared),
            (shown, declared) => shown.or(declared),
        };
        let known = self.named.or_else(read);
        known
            .map(|known| (known, true))
            .or_else(|| Some((Language::undetermined()?, false)))
    }

    /// The remark on an article whose language is not known.
    pub(super) fn unknown(name: &str) -> Fault {
        let cause = format!(
            "its language is none of those known here ({}), so only what needs no language is read: dates such as 2026-04-14 and 14.4.2026, and words in quotation marks",
            Pack::BUILT_IN.join(", ")
        );
        let mend = format!(
            "name it if it is one of them, with --lang {}",
            Pack::BUILT_IN.join(" or --lang ")
        );
        Fault::new(FaultKind::Unknown, name, cause, mend)
    }
}
