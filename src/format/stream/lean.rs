//! What is read of a record while a timeline loads: what rows, filters and the search need of an event. The rest of it is
//! read when somebody looks at it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use crate::model::{Actor, Review, Role, Stance, Status, Timeline};

/// One record.
#[derive(Debug)]
pub enum LeanRecord<'a> {
    /// The timeline without its sources, actors and events. In JSON it may come more than once, and late: the last one says
    /// all that the ones before it said.
    Header(Box<Timeline>),
    /// A source.
    Source(LeanSource<'a>),
    /// An actor.
    Actor(Box<Actor>),
    /// An event.
    Event(LeanEvent<'a>),
}

/// A record and where it stands.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What it says.
    pub record: LeanRecord<'a>,
    /// Its place in the input.
    pub at: RecordAt,
}

/// Where a record stands in the (decompressed, decoded) input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecordAt {
    /// Bytes from the start of the input.
    pub offset: u64,
    /// Bytes that it takes, a line's end left out.
    pub length: u32,
    /// Line within its block, counted from 0: [`super::Block::line_of`] makes it the file's.
    pub line: u32,
}

/// The part of a source that events need before anybody looks at it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct LeanSource<'a> {
    /// Unique among the sources.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// The text does not state its publication date; it was concluded.
    #[serde(default)]
    pub published_inferred: bool,
    /// Its headline.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub title: Option<Cow<'a, str>>,
    /// The outlet that published it.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub publisher: Option<Cow<'a, str>>,
    /// Who wrote it.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub author: Option<Cow<'a, str>>,
}

/// The part of an event that its row, the filters and the search need; borrowed where the record writes it without escapes.
#[derive(Debug, Default, Clone, PartialEq, Deserialize, Serialize)]
pub struct LeanEvent<'a> {
    /// Unique among the events.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// A short title.
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// The title in other languages, by BCP 47 tag.
    #[serde(borrow, default, deserialize_with = "titles")]
    pub titles: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// A free word for the kind of event.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub kind: Option<Cow<'a, str>>,
    /// Whether it happened, is planned, or is claimed.
    #[serde(default)]
    pub status: Status,
    /// What a person decided about it.
    #[serde(default)]
    pub review: Review,
    /// The event that the article is about.
    #[serde(default)]
    pub main: bool,
    /// Id of the actor where it happened; in a table the place's name.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub place: Option<Cow<'a, str>>,
    /// Who took part.
    #[serde(borrow, default)]
    pub actors: Vec<LeanPart<'a>>,
    /// What the sources say of it.
    #[serde(borrow, default)]
    pub claims: Vec<LeanClaim<'a>>,
}

/// One actor's part in an event.
#[derive(Debug, Default, Clone, PartialEq, Deserialize, Serialize)]
pub struct LeanPart<'a> {
    /// Id of the actor; in a table its name.
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    /// A free word for the part it plays.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub role: Option<Cow<'a, str>>,
}

/// What one source says of an event.
#[derive(Debug, Default, Clone, PartialEq, Deserialize, Serialize)]
pub struct LeanClaim<'a> {
    /// Id of the source; in a table the record's own.
    #[serde(borrow)]
    pub source: Cow<'a, str>,
    /// EDTF.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub date: Option<Cow<'a, str>>,
    /// This claim gives the event its date.
    #[serde(default)]
    pub preferred: bool,
    /// What a relative date counts from: an event's id, or `published`.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub relative_to: Option<Cow<'a, str>>,
    /// Actor id of the one who said it.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub said_by: Option<Cow<'a, str>>,
    /// Actor id of the one whose words were passed on.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub relaying: Option<Cow<'a, str>>,
    /// The outlet that the source cites.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub via: Option<Cow<'a, str>>,
    /// Whether it asserts the event (when absent) or denies it.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// In a table the outlet or author of the record, which is its own source.
    #[serde(skip)]
    pub published_by: Option<Cow<'a, str>>,
    /// The words.
    #[serde(borrow, default)]
    pub anchors: Vec<LeanAnchor<'a>>,
}

/// A selector into a source.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct LeanAnchor<'a> {
    /// What the words do for their claim.
    pub role: Role,
    /// The words, verbatim.
    #[serde(borrow)]
    pub exact: Cow<'a, str>,
    /// Where they start, in code points of the stored text; not told for a table's row, whose text is made when it is shown.
    #[serde(default)]
    pub start: Option<usize>,
    /// Where they end, exclusive, in code points.
    #[serde(default)]
    pub end: Option<usize>,
    /// Actor id of the one who speaks, for a quote.
    #[serde(borrow, default, deserialize_with = "optional")]
    pub speaker: Option<Cow<'a, str>>,
}

/// Text that borrows: serde's own `Option<Cow>` and `Map<Cow, _>` would copy.
#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

fn optional<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Cow<'de, str>>, D::Error> {
    let text = Option::<Text<'de>>::deserialize(from)?;
    Ok(text.map(|text| text.0))
}

fn titles<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<Cow<'de, str>, Cow<'de, str>>, D::Error> {
    let titles = BTreeMap::<Text<'de>, Text<'de>>::deserialize(from)?;
    Ok(titles
        .into_iter()
        .map(|(tag, title)| (tag.0, title.0))
        .collect())
}
