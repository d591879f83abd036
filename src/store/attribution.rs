//! Who said it, on whose behalf, through which outlet.

use super::Store;
use crate::model::Claim;

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
}
