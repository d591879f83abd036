//! The events of an article: what happened, is planned or is claimed, with the sentences that state it, their date, status and
//! actors. What is a date, a name or a quote is decided in the rooms beside this one.

mod confidence;
mod counted;
mod dated;
mod elaborate;
#[cfg(test)]
mod english_tests;
mod main_event;
mod material;
mod parts;
mod rules;
mod same;
mod shared;
mod status;
#[cfg(test)]
mod tests;
mod title;
mod undated;
mod uses;

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::Status;
use dated::{Dated, dates};
pub(super) use material::Found;
use material::Material;
pub(super) use rules::EventsRules;
use same::{Cluster, clusters, frames};
use uses::DateUse;

/// One event that the article tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEvent {
    /// A short title of the source's own words.
    pub title: String,
    /// When, EDTF; `None` where the words give no date.
    pub date: Option<String>,
    /// Whether it happened, is planned or is claimed.
    pub status: Status,
    /// Who takes part in it, in the order of the text.
    pub actors: Vec<FoundPart>,
    /// Where it happened, by the place among the actors.
    pub place: Option<usize>,
    /// The sentences that state it, by their place among the spans, in the order of the text; never empty.
    pub evidence: Vec<usize>,
    /// The expressions that date it, by their place among the timexes; the first one gives the date.
    pub times: Vec<usize>,
    /// The event that its date counts from, by its place in the same list.
    pub counts_from: Option<usize>,
    /// The words behind the length of time and its link tell of it (`sehari setelah Pentagon …`), and not those around them.
    pub behind_link: bool,
    /// The rule that made it of its words: the language, a dot, the rule's id.
    pub rule: Arc<str>,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// The event that the article is about.
    pub main: bool,
}

/// An actor's part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundPart {
    /// By the place among the actors.
    pub actor: usize,
    /// What it does there.
    pub role: PartRole,
}

/// What an actor does in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// It does what happens.
    Agent,
    /// It is done to it.
    Target,
    /// It speaks of it.
    Speaker,
    /// It is named with it.
    Participant,
}

impl PartRole {
    /// Its name in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Target => "target",
            Self::Speaker => "speaker",
            Self::Participant => "participant",
        }
    }
}

/// The events of an article: those with a date in the order in which they are first told, then those without one.
pub(super) fn events(found: Found<'_>, rules: &EventsRules) -> Vec<FoundEvent> {
    let material = Material::new(found, rules);
    let mut all = dates(&material);
    let lead = main_event::lead(&material);
    let main = main_event::main_date(&material, &all, &lead);
    let main = main.and_then(|place| all.get(place));
    let main = main.cloned();
    all.extend(counted::from_named(&material, &all));
    if let Some(main) = &main {
        all.extend(counted::from_main(&material, main, &all));
    }
    all.sort_by_key(|dated| dated.time);
    let is_main = |dated: &Dated<'_>| main.as_ref().is_some_and(|main| main.date == dated.date);
    all.retain(|dated| is_main(dated) || dated.use_ == DateUse::Event);
    let mut frames = frames(&all).into_iter();
    all.retain(|dated| !frames.next().unwrap_or(false) || is_main(dated));
    let clusters = clusters(&material, all);
    let leading = main.as_ref().map(|main| main.time);
    let counted = counted_from(&clusters);
    let mut events: Vec<FoundEvent> = clusters
        .into_iter()
        .map(|cluster| dated_event(&material, cluster, leading))
        .collect();
    if leading.is_none() && !lead.is_empty() {
        events.push(main_event::without_words(&material, &lead));
    }
    count_from(&mut events, counted);
    let dating: Vec<usize> = events
        .iter()
        .flat_map(|event| &event.evidence)
        .copied()
        .collect();
    let counts: Vec<usize> = events.iter().map(|event| event.evidence.len()).collect();
    elaborate::elaborate(&material, &mut events, &lead);
    let mut rest = dating.as_slice();
    for (event, count) in events.iter_mut().zip(counts) {
        let (dating, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = others;
        match event.main {
            true => complete(&material, event, dating, &with_lead(dating, &lead)),
            false => complete(&material, event, dating, dating),
        }
    }
    let undated = undated::undated(&material, &events);
    events.extend(undated.into_iter().map(|mut event| {
        event.title = title::title(&material, &event, &event.evidence);
        let core = std::mem::take(&mut event.evidence);
        parts::parts(&material, &mut event, &core, &core);
        event.evidence = core;
        event
    }));
    events
}

/// The sentences of an event with those of the lead.
fn with_lead(dating: &[usize], lead: &[usize]) -> Vec<usize> {
    let mut core = [dating, lead].concat();
    core.sort_unstable();
    core.dedup();
    core
}

/// For each cluster whose date counts from that of another, by its place: the expressions that give that one.
fn counted_from(clusters: &[Cluster<'_>]) -> Vec<(usize, Vec<usize>)> {
    let times = |cluster: &Cluster<'_>| -> Vec<usize> {
        let members = cluster.members.iter();
        members.filter_map(|dated| dated.counts_from).collect()
    };
    let counted = clusters.iter().map(times).enumerate();
    counted.filter(|(_, all)| !all.is_empty()).collect()
}

/// Says of the events whose dates count from other events which these are.
fn count_from(events: &mut [FoundEvent], counted: Vec<(usize, Vec<usize>)>) {
    if counted.is_empty() {
        return;
    }
    let all = events.iter().enumerate();
    let owners: HashMap<usize, usize> = all
        .flat_map(|(place, event)| event.times.iter().map(move |time| (*time, place)))
        .collect();
    for (place, times) in counted {
        let base = times.iter().find_map(|time| owners.get(time).copied());
        if let Some(event) = events.get_mut(place) {
            event.counts_from = base.filter(|base| *base != place);
        }
    }
}

/// What the dates of an event say by themselves.
fn dated_event(
    material: &Material<'_>,
    mut cluster: Cluster<'_>,
    main: Option<usize>,
) -> FoundEvent {
    let leading = cluster.leading;
    let status = status::status(material, &cluster);
    let mut evidence: Vec<usize> = cluster.members.iter().map(|dated| dated.sentence).collect();
    evidence.sort_unstable();
    evidence.dedup();
    let mut times: Vec<usize> = cluster.members.iter().flat_map(Dated::times).collect();
    times.sort_by_key(|place| (*place != leading, *place));
    times.dedup();
    let mut members = cluster.members.iter_mut();
    let closest = members.find(|dated| dated.time == leading);
    let date = closest.map(|dated| std::mem::take(&mut dated.date).into_owned());
    FoundEvent {
        title: String::new(),
        date,
        status,
        actors: Vec::new(),
        place: None,
        evidence,
        rule: rule(material, leading),
        main: main.is_some_and(|time| times.contains(&time)),
        times,
        counts_from: None,
        behind_link: cluster.members.iter().all(|dated| dated.behind_link),
        confidence: 0,
    }
}

/// The rule that read the expression.
fn rule(material: &Material<'_>, time: usize) -> Arc<str> {
    let timex = material.found.times.get(time);
    timex.map_or_else(Arc::default, |timex| Arc::clone(&timex.rule))
}

/// Fills in what the event's sentences say besides its date. `dating` are those that date it, `core` these, and
/// the lead for the main one.
fn complete(material: &Material<'_>, event: &mut FoundEvent, dating: &[usize], core: &[usize]) {
    event.title = title::title(material, event, core);
    parts::parts(material, event, dating, core);
    event.confidence = confidence::confidence(material, event);
}
