//! The keys of a mapping, the presets, and the names by which a header tells its own meaning.

use super::mapping::{MapSpec, find};

macro_rules! fields {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal),+ $(,)?) => {
        /// What a column can be of an event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Field { $($(#[doc = $doc])+ $name),+ }

        impl Field {
            /// Every key, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            pub(super) const COUNT: usize = Self::ALL.len();

            /// The key by which a mapping names it.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

fields! {
    /// When it happened: ISO 8601 or EDTF, or a form of it that can be read in one way only.
    Date = "date",
    /// The last day of what lasted.
    End = "end",
    /// How exact the date is: day, week, month or year, or 1, 2, 3, 4.
    Precision = "precision",
    /// A short title.
    Title = "title",
    /// The words that state it; without it, the title's cell.
    Quote = "quote",
    /// Who took part: several columns, and several names in a cell with `;` between them.
    Actors = "actors",
    /// A word for the kind of event.
    Kind = "kind",
    /// The name of the place where it happened.
    Place = "place",
    /// `happened`, `planned` or `claimed`; any other word counts as claimed.
    Status = "status",
    /// A name that no other row has.
    Id = "id",
    /// Who said it.
    SaidBy = "said_by",
    /// The outlet that the record cites.
    Via = "via",
    /// Where it was published.
    Url = "url",
    /// Who published it.
    Publisher = "publisher",
    /// Who wrote it.
    Author = "author",
    /// When it was published.
    Published = "published",
    /// The language of its words.
    Language = "language",
}

impl Field {
    /// The field of a key; the error names all there are.
    pub(super) fn of_key(key: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|field| field.key() == key);
        found.copied().ok_or_else(|| {
            let keys: Vec<&str> = Self::ALL.iter().map(|field| field.key()).collect();
            format!("there is no key {key}; the keys are {}", keys.join(", "))
        })
    }

    /// Whether its cells are dates.
    pub(super) const fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::End | Self::Published)
    }
}

/// A mapping that has a name.
#[derive(Debug)]
pub(super) struct Preset {
    pub(super) name: &'static str,
    pub(super) mapping: &'static str,
    /// Columns by which a header is known to be of its kind.
    known_by: &'static [&'static str],
}

/// The Armed Conflict Location & Event Data project (its codebook, "column names"). Its `source` is the outlet that a row
/// cites, and `time_precision` says whether `event_date` is the day, or stands for a week or a month.
const PRESETS: [Preset; 1] = [Preset {
    name: "acled",
    mapping: "id=event_id_cnty,date=event_date:dmy,precision=time_precision,title=notes;sub_event_type,\
              actors=actor1;assoc_actor_1;actor2;assoc_actor_2,kind=sub_event_type;event_type,place=location,via=source",
    known_by: &["event_id_cnty", "event_date", "notes"],
}];

/// The preset of that name; the error names all there are.
pub(super) fn preset(name: &str) -> Result<&'static Preset, String> {
    let found = PRESETS.iter().find(|preset| preset.name == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
        format!(
            "there is no preset {name}, only {}; a mapping is written date=COLUMN,title=COLUMN",
            names.join(", ")
        )
    })
}

/// Names that leave no doubt, in the order in which they are looked for; letter case and all but letters and digits aside.
const OBVIOUS: [(&str, &[&str]); 13] = [
    (
        "date",
        &[
            "date",
            "eventdate",
            "datestart",
            "startdate",
            "datetime",
            "timestamp",
        ],
    ),
    ("end", &["dateend", "enddate"]),
    (
        "title",
        &[
            "title",
            "headline",
            "eventtitle",
            "summary",
            "event",
            "description",
            "notes",
        ],
    ),
    ("quote", &["quote", "evidence", "excerpt"]),
    ("actors", &["actors", "participants", "actor", "actor1"]),
    ("kind", &["kind", "eventtype", "type", "category"]),
    ("place", &["place", "location"]),
    ("id", &["id", "eventid"]),
    ("said_by", &["saidby", "speaker"]),
    ("url", &["url", "sourceurl", "link"]),
    ("publisher", &["publisher", "outlet", "source"]),
    ("author", &["author", "byline"]),
    ("published", &["published", "publicationdate", "pubdate"]),
];

/// The mapping that a header tells by itself; `None` unless it names a date and a title.
pub(in crate::format::stream) fn obvious(columns: &[String]) -> Option<MapSpec> {
    let is_known = |preset: &&Preset| {
        let mut names = preset.known_by.iter();
        names.all(|name| find(columns, name).is_some())
    };
    if let Some(preset) = PRESETS.iter().find(is_known) {
        return preset.name.parse().ok();
    }
    let plain: Vec<String> = columns.iter().map(|name| plain(name)).collect();
    let position = |wanted: &&str| plain.iter().position(|name| name == wanted);
    let mut items = Vec::new();
    for (key, names) in OBVIOUS {
        let Some(found) = names.iter().find_map(position) else {
            if matches!(key, "date" | "title") {
                return None;
            }
            continue;
        };
        let mut columns_of: Vec<usize> = vec![found];
        if plain.get(found).is_some_and(|name| name == "actor1") {
            let second = ["actor2", "actor3"];
            columns_of.extend(second.iter().filter_map(position));
        }
        let names = columns_of.iter().filter_map(|at| columns.get(*at));
        let names: Vec<String> = names.map(|name| super::map_text::escaped(name)).collect();
        items.push(format!("{key}={}", names.join(";")));
    }
    items.join(",").parse().ok()
}

fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
