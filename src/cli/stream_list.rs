//! `list` of a large file or a table: its events in the order of the file, each printed as it is read and then forgotten. The
//! order of time is in `dated_list`.

use std::collections::{HashMap, HashSet};
use std::io::Write;

use super::Streams;
use super::args::Format;
use super::filters::Selection;
use super::outcome::{Failure, Outcome};
use super::row::{Row, count};
use super::row_writer::Writer;
use super::sieve::Sieve;
use super::voices::Voices;
use crate::format::stream::{Damaged, LeanEvent, LeanRecord, Opened, RecordKind, read_block};
use crate::model::{Actor, ActorKind, Extra, Fault, FaultKind, PUBLISHED, Timeline};
use crate::store::Store;

/// Damaged records that are named one by one; the others are counted.
pub(super) const TOLD: usize = 20;

/// What is asked of the list.
pub(super) struct Asked<'a> {
    /// The filters name actors, so that all of those must be known first.
    pub(super) names_actors: bool,
    /// The filters, with the actors of a store; faults call it by that name.
    pub(super) resolve: &'a dyn Fn(&Store, &str) -> Result<Selection, Failure>,
    pub(super) format: Format,
    /// Of the titles, where there are any in it.
    pub(super) language: Option<&'a str>,
}

pub(super) fn run(
    asked: &Asked<'_>,
    mut opened: Opened,
    streams: &mut Streams,
) -> Result<Outcome, Failure> {
    opened.notices.iter().for_each(|notice| streams.say(notice));
    let sieve = sieve(asked, &mut opened)?;
    let mut list = Listing {
        sieve,
        known: Known::default(),
        writer: Writer::new(asked.format),
        language: asked.language,
        events: 0,
        listed: 0,
    };
    let mut remarks = Remarks::default();
    list.writer.begin(streams.out)?;
    let kind = opened.kind.clone();
    list.known.voices.has_own_sources = matches!(kind, RecordKind::Table(_));
    for block in opened.blocks.by_ref() {
        let block = match block {
            Ok(block) => block,
            Err(fault) => {
                remarks.ended_by = Some(fault);
                break;
            }
        };
        let mut failure = None;
        let tally = read_block(&kind, &block, &mut |entry| match entry {
            Err(damaged) => remarks.add(damaged, &opened.name, streams),
            Ok(entry) if failure.is_none() => {
                failure = list.take(entry.record, streams.out).err();
            }
            Ok(_) => {}
        });
        if let Some(failure) = failure {
            return Err(failure);
        }
        remarks.unreadable_dates += u64::from(tally.unreadable_dates);
        remarks.first_unreadable = remarks.first_unreadable.or(tally.first_unreadable);
    }
    list.writer.end(streams.out)?;
    streams.out.flush()?;
    remarks.tell(&list, asked, &opened.name, streams)
}

/// The filters, once all actors that they name are known: for that the file is read another time where it has to be.
fn sieve(asked: &Asked<'_>, opened: &mut Opened) -> Result<Sieve, Failure> {
    let name = opened.name.clone();
    let named = |actors: Vec<Actor>| {
        let timeline = Timeline {
            actors,
            ..Timeline::default()
        };
        let store = Store::new(timeline, Vec::new());
        let selection = (asked.resolve)(&store, &name)?;
        Ok::<_, Failure>(Sieve::new(selection, &store))
    };
    if !asked.names_actors {
        return named(Vec::new());
    }
    let kind = opened.kind.clone();
    let is_table = matches!(kind, RecordKind::Table(_));
    let mut actors: Vec<Actor> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    // What cannot be read is told when it is listed.
    for block in opened.blocks.by_ref().map_while(Result::ok) {
        read_block(
            &kind,
            &block,
            &mut |entry| match entry.map(|entry| entry.record) {
                Ok(LeanRecord::Actor(actor)) => actors.push(*actor),
                Ok(LeanRecord::Event(event)) if is_table => {
                    for id in ids_in(&event) {
                        if !ids.contains(id) {
                            ids.insert(id.to_owned());
                            actors.push(nameless(id));
                        }
                    }
                }
                _ => {}
            },
        );
    }
    let sieve = named(actors)?;
    opened.again()?;
    Ok(sieve)
}

pub(super) fn ids_in<'n>(event: &'n LeanEvent<'_>) -> impl Iterator<Item = &'n str> {
    let parts = event.actors.iter().map(|part| part.id.as_ref());
    let speakers = event
        .claims
        .iter()
        .filter_map(|claim| claim.said_by.as_deref());
    parts.chain(event.place.as_deref()).chain(speakers)
}

pub(super) fn nameless(id: &str) -> Actor {
    Actor {
        id: id.to_owned(),
        name: id.to_owned(),
        kind: ActorKind::Organisation,
        aliases: Vec::new(),
        extra: Extra::new(),
    }
}

/// What the records before an event said that it needs. It grows with actors, sources, outlets and with what was concluded, not
/// with events.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: HashMap<String, String>,
    /// Sources whose publication date was concluded.
    inferred: HashSet<String>,
    /// Events whose date rests on one of those.
    resting: HashSet<String>,
    /// Who is the same mouth.
    pub(super) voices: Voices,
}

impl Known {
    /// What all of a store's actors are called.
    pub(super) fn of(store: &Store) -> Self {
        let actors = store.actors().iter();
        Self {
            names: actors
                .map(|actor| (actor.id.clone(), actor.name.clone()))
                .collect(),
            ..Self::default()
        }
    }

    /// The name of the actor with this id; the id itself if there is none.
    pub(super) fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// Whether the event's date rests on a publication date that was concluded, as far as the file was read.
    fn rests_on_inferred(&mut self, event: &LeanEvent<'_>) -> bool {
        let preferred = event.claims.iter().find(|claim| claim.preferred);
        let Some(leading) = preferred.or_else(|| event.claims.first()) else {
            return false;
        };
        let rests = leading.date.is_some()
            && match leading.relative_to.as_deref() {
                None => false,
                Some(PUBLISHED) => self.inferred.contains(leading.source.as_ref()),
                Some(other) => self.resting.contains(other),
            };
        if rests {
            self.resting.insert(event.id.to_string());
        }
        rests
    }
}

struct Listing<'a> {
    sieve: Sieve,
    known: Known,
    writer: Writer,
    language: Option<&'a str>,
    events: usize,
    listed: usize,
}

impl Listing<'_> {
    fn take(&mut self, record: LeanRecord<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        match record {
            LeanRecord::Header(_) => Ok(()),
            LeanRecord::Source(source) => {
                self.known.voices.note_source(&source);
                if source.published_inferred {
                    self.known.inferred.insert(source.id.into_owned());
                }
                Ok(())
            }
            LeanRecord::Actor(actor) => {
                self.known.voices.note_actor(&actor);
                self.known.names.insert(actor.id, actor.name);
                Ok(())
            }
            LeanRecord::Event(event) => self.event(&event, out),
        }
    }

    fn event(&mut self, event: &LeanEvent<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        self.events += 1;
        let inferred = self.known.rests_on_inferred(event);
        self.known.voices.note_event(event);
        let known = &self.known;
        if !self.sieve.keeps(event, &|id| known.name(id)) {
            return Ok(());
        }
        self.listed += 1;
        let said = known.voices.of(event, known);
        let row = Row::streamed(event, known, self.events, self.language, inferred, said);
        self.writer.row(&row, out)
    }
}

/// What is to be said besides the list.
#[derive(Debug, Default)]
struct Remarks {
    damaged: usize,
    unreadable_dates: u64,
    first_unreadable: Option<usize>,
    ended_by: Option<Fault>,
}

impl Remarks {
    fn add(&mut self, damaged: Damaged, name: &str, streams: &mut Streams) {
        self.damaged += 1;
        if self.damaged <= TOLD {
            streams.say(&damaged.fault(name));
        }
    }

    fn tell(
        self,
        list: &Listing,
        asked: &Asked<'_>,
        name: &str,
        streams: &mut Streams,
    ) -> Result<Outcome, Failure> {
        if self.damaged > TOLD {
            let cause = format!(
                "{} more are damaged and were left out",
                count(self.damaged - TOLD, "record")
            );
            streams.say(&Fault::new(FaultKind::Syntax, name, cause, ""));
        }
        if self.unreadable_dates > 0 {
            let many = usize::try_from(self.unreadable_dates).unwrap_or(usize::MAX);
            let cause = format!(
                "{} listed without a date, for none can be read for certain; this is the first",
                count(many, "event")
            );
            let mend = "if it gives day, month and year in some order, say which: --map date=COLUMN:dmy or COLUMN:mdy";
            let fault = Fault::new(FaultKind::Date, name, cause, mend);
            streams.say(&fault.at_line(self.first_unreadable));
        }
        let is_partial = self.damaged > 0;
        if let Some(fault) = self.ended_by {
            return Err(fault.into());
        }
        if list.listed == 0 && asked.format == Format::Text {
            let cause = format!("nothing to list of {}", count(list.events, "event"));
            streams.say(&Fault::new(FaultKind::Unknown, name, cause, ""));
        }
        Ok(match is_partial {
            true => Outcome::Findings,
            false => Outcome::Done,
        })
    }
}
