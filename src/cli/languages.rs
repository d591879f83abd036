//! The languages that articles can be read in: the one that the user names, else the one that a text shows.

use super::outcome::Failure;
use crate::extract::{Article, Language, Pack, detect_language};
use crate::model::{Fault, FaultKind};

/// The packs that may be used, compiled.
#[derive(Debug)]
pub(super) struct Languages {
    packs: Vec<Pack>,
    compiled: Vec<Language>,
    /// The user named the one there is.
    named: bool,
}

impl Languages {
    /// All built-in languages, or only the named one.
    pub(super) fn new(named: Option<&str>) -> Result<Self, Failure> {
        let tags: Vec<&str> = match named {
            Some(tag) => vec![tag],
            None => Pack::BUILT_IN.to_vec(),
        };
        let packs: Vec<Pack> = tags.iter().filter_map(|tag| Pack::built_in(tag)).collect();
        if packs.is_empty() {
            let mend = format!("use --lang {}", Pack::BUILT_IN.join(" or --lang "));
            let cause = "there is no pack for this language";
            return Err(Failure::usage("--lang", cause, &mend));
        }
        let compiled = packs.iter().cloned().map(Language::new);
        let compiled: Result<Vec<Language>, String> = compiled.collect();
        let broken = |error| Fault::new(FaultKind::Syntax, "language pack", error, "");
        Ok(Self {
            compiled: compiled.map_err(broken)?,
            named: named.is_some(),
            packs,
        })
    }

    /// The language of an article: as the user says, else as its words show, else as its file says, else the first there is;
    /// and whether that is more than a guess.
    pub(super) fn of(&self, article: &Article) -> Option<(&Language, bool)> {
        let packs: Vec<&Pack> = self.packs.iter().collect();
        let with_tag = |tag: &str| self.compiled.iter().find(|known| known.tag() == tag);
        let shown = || detect_language(&article.text, &packs);
        let known = match self.named {
            true => self.compiled.first(),
            false => shown()
                .as_deref()
                .and_then(with_tag)
                .or_else(|| article.language.as_deref().and_then(with_tag)),
        };
        known
            .map(|known| (known, true))
            .or_else(|| self.compiled.first().map(|first| (first, false)))
    }

    /// The remark on an article whose language is not known.
    pub(super) fn unknown(&self, name: &str, read_as: &str) -> Fault {
        let tags: Vec<&str> = self.compiled.iter().map(Language::tag).collect();
        let cause = format!(
            "its language is none of those known here ({}), so it was read as “{read_as}”",
            tags.join(", ")
        );
        Fault::new(FaultKind::Unknown, name, cause, "name it with --lang")
    }
}
