//! Who said it, on whose behalf, through which outlet.

use super::Store;
use super::mouths::folded;
use crate::model::Claim;

/// One step of the way that words took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Who or what it is.
    pub name: String,
    /// The claim rests on this one.
    pub is_mouth: bool,
}

impl Store {
    /// The ladder of attribution: `Yury Ushakov, relaying Vladimir Putin, via Kyiv Independent`; empty where the
    /// source speaks for itself.
    #[must_use]
    pub fn attribution(&self, claim: &Claim) -> String {
        let mut steps = Vec::new();
        if let Some(speaker) = &claim.said_by {
            steps.push(self.actor_name(speaker).to_owned());
        }
        if let Some(principal) = &claim.relaying {
            steps.push(format!("relaying {}", self.actor_name(principal)));
        }
        if let Some(outlet) = &claim.via {
            steps.push(format!("via {outlet}"));
        }
        steps.join(", ")
    }
    /// The way of the words, from the one whose they are to the outlet that was read: Vladimir Putin, Yury Ushakov, Kyiv
    /// Independent, Tribunnews. Who passed something on to himself stands in it once.
    #[must_use]
    pub fn ladder(&self, claim: &Claim) -> Vec<Rung> {
        let named = [&claim.relaying, &claim.said_by].map(Option::as_deref);
        let [principal, speaker] = named.map(|id| id.map(|id| self.actor_name(id).to_owned()));
        let has_speaker = speaker.is_some();
        let rungs = [
            (principal, false),
            (speaker, has_speaker),
            (claim.via.clone(), !has_speaker),
            (
                Some(self.source_name(&claim.source)),
                !has_speaker && claim.via.is_none(),
            ),
        ];
        let mut ladder: Vec<Rung> = Vec::new();
        for (name, is_mouth) in rungs {
            let Some(name) = name else { continue };
            match ladder.last_mut() {
                Some(last) if folded(&last.name) == folded(&name) => last.is_mouth |= is_mouth,
                _ => ladder.push(Rung { name, is_mouth }),
            }
        }
        ladder
    }

    /// The name of the source with this id: its publisher, else its author, else its title, else the id.
    fn source_name(&self, id: &str) -> String {
        let source = self.find_source(id).and_then(|source| self.source(source));
        let name = source.as_ref().and_then(|source| {
            let name = source.outlet().or(source.title.as_deref())?;
            Some(name.to_owned())
        });
        name.unwrap_or_else(|| id.to_owned())
    }
}
