//! What the columns of one table mean: a mapping as the user gives it, resolved against the table's own header.

use std::fmt;
use std::str::FromStr;

use super::fields::{Field, preset};
use super::map_text::{self, Item};
use crate::format::complaint::{one_line, shortened};
use crate::model::{Fault, FaultKind};

/// Column names that a fault lists at most.
const LISTED: usize = 60;

/// How alike two names must be for one to be offered in place of the other (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.6;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Cells with this byte between them, in quotation marks where they need it (RFC 4180). With a tab between cells a
    /// row is a line: there a line break within quotation marks ends the row all the same.
    Csv {
        /// The byte between cells: a comma, a semicolon, a tab.
        delimiter: u8,
    },
    /// One JSON object a line.
    JsonLines,
}

impl Syntax {
    /// The rule by which a claim was read.
    const fn by(self) -> &'static str {
        match self {
            Self::Csv { delimiter: b'\t' } => "import.tsv",
            Self::Csv { .. } => "import.csv",
            Self::JsonLines => "import.jsonl",
        }
    }
}

/// In which order a date of three numbers gives day, month and year, where the year does not stand first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

impl DateOrder {
    pub(super) const ALL: [(Self, &'static str); 2] = [(Self::Dmy, "dmy"), (Self::Mdy, "mdy")];
}

/// A mapping as it is given: `date=event_date,title=notes,actors=actor1;actor2`, or the name of a preset, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapSpec {
    by: Option<String>,
    items: Vec<Item>,
}

impl FromStr for MapSpec {
    type Err = String;

    /// Keys and presets that there are none of, and items without a column, are named in the error.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut spec = Self {
            by: None,
            items: Vec::new(),
        };
        for part in map_text::parts(text) {
            match part {
                map_text::Part::Preset(name) => {
                    let preset = preset(&name)?;
                    spec.by = Some(format!("import.{}", preset.name));
                    for part in map_text::parts(preset.mapping) {
                        spec.take(part, true)?;
                    }
                }
                item => spec.take(item, false)?,
            }
        }
        if spec.items.is_empty() {
            return Err("there is no column in it; write date=COLUMN,title=COLUMN".to_owned());
        }
        Ok(spec)
    }
}

impl MapSpec {
    /// A later item takes the place of an earlier one, so that a preset can be amended.
    fn take(&mut self, part: map_text::Part, is_preset: bool) -> Result<(), String> {
        let item = Item {
            is_preset,
            ..map_text::item(part)?
        };
        self.items.retain(|had| had.field != item.field);
        self.items.push(item);
        Ok(())
    }

    /// The same mapping without the columns of a preset that a header does not have: its tables may leave some out, but no
    /// date.
    fn within(mut self, columns: &[String]) -> Self {
        let is_wanted = |item: &Item, name: &String| {
            !item.is_preset || item.field == Field::Date || find(columns, name).is_some()
        };
        for item in &mut self.items {
            let wanted: Vec<bool> = item
                .columns
                .iter()
                .map(|name| is_wanted(item, name))
                .collect();
            let mut wanted = wanted.into_iter();
            item.columns.retain(|_| wanted.next().unwrap_or(true));
        }
        self.items.retain(|item| !item.columns.is_empty());
        self
    }
}

/// The columns of one key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bound {
    pub(super) columns: Vec<usize>,
    pub(super) order: Option<DateOrder>,
}

/// What the columns of one table mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// How the table is written.
    pub syntax: Syntax,
    /// The file's own name: ids and titles of its records begin with it.
    pub file: String,
    /// The names of the columns; of JSON Lines, those that mean something.
    pub columns: Vec<String>,
    /// The rule by which its claims were read: `import.csv`, `import.acled`.
    pub by: String,
    bound: [Bound; Field::COUNT],
}

impl Mapping {
    /// Finds the columns of a mapping in a table's header. `name` goes into the fault.
    ///
    /// # Errors
    ///
    /// [`FaultKind::Usage`] with the nearest name and all there are, when the header lacks a column.
    pub fn new(
        spec: &MapSpec,
        syntax: Syntax,
        file: &str,
        columns: Vec<String>,
        name: &str,
    ) -> Result<Self, Fault> {
        let spec = spec.clone().within(&columns);
        let mut bound: [Bound; Field::COUNT] = Default::default();
        for item in &spec.items {
            let found: Result<Vec<usize>, Fault> = item
                .columns
                .iter()
                .map(|wanted| find(&columns, wanted).ok_or_else(|| lacks(&columns, wanted, name)))
                .collect();
            if let Some(slot) = bound.get_mut(item.field as usize) {
                *slot = Bound {
                    columns: found?,
                    order: item.order,
                };
            }
        }
        let mapping = Self {
            syntax,
            file: file.to_owned(),
            columns,
            by: spec.by.unwrap_or_else(|| syntax.by().to_owned()),
            bound,
        };
        Ok(match syntax {
            Syntax::Csv { .. } => mapping,
            Syntax::JsonLines => mapping.reduced(),
        })
    }

    /// Only the columns that mean something: objects name theirs, so no position counts.
    fn reduced(mut self) -> Self {
        let mut columns: Vec<String> = Vec::new();
        for at in self.bound.iter_mut().flat_map(|bound| &mut bound.columns) {
            let name = self.columns.get(*at).cloned().unwrap_or_default();
            *at = columns
                .iter()
                .position(|had| *had == name)
                .unwrap_or_else(|| {
                    columns.push(name);
                    columns.len() - 1
                });
        }
        self.columns = columns;
        self
    }

    /// The columns of a key, by position.
    pub(super) fn columns_of(&self, field: Field) -> &[usize] {
        self.bound
            .get(field as usize)
            .map_or(&[], |bound| &bound.columns)
    }

    pub(super) fn order_of(&self, field: Field) -> Option<DateOrder> {
        self.bound.get(field as usize)?.order
    }

    /// The id of a record, and the title of the source that it is: the file and the line.
    pub(super) fn record_id(&self, line: usize) -> String {
        format!("{}:{line}", self.file)
    }
}

/// As the user could have given it.
impl fmt::Display for Mapping {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (field, bound) in Field::ALL.iter().zip(&self.bound) {
            let names = bound.columns.iter().filter_map(|at| self.columns.get(*at));
            let names: Vec<String> = names.map(|name| map_text::escaped(name)).collect();
            if names.is_empty() {
                continue;
            }
            write!(out, "{separator}{}={}", field.key(), names.join(";"))?;
            let order = DateOrder::ALL
                .iter()
                .find(|(order, _)| Some(*order) == bound.order);
            if let Some((_, word)) = order {
                write!(out, ":{word}")?;
            }
            separator = ",";
        }
        Ok(())
    }
}

/// The column of that name, letter case and white space around it aside if it has to be.
pub(super) fn find(columns: &[String], wanted: &str) -> Option<usize> {
    let same = columns.iter().position(|name| name == wanted);
    let wanted = wanted.trim().to_lowercase();
    same.or_else(|| {
        columns
            .iter()
            .position(|name| name.trim().to_lowercase() == wanted)
    })
}

fn lacks(columns: &[String], wanted: &str, name: &str) -> Fault {
    let likeness = |column: &&String| {
        strsim::jaro_winkler(&column.trim().to_lowercase(), &wanted.to_lowercase())
    };
    let nearest = columns
        .iter()
        .filter(|column| likeness(column) >= ALIKE)
        .max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    let meant = nearest.map_or_else(String::new, |nearest| {
        format!("did you mean {}? ", shortened(nearest))
    });
    Fault::new(
        FaultKind::Usage,
        name,
        format!("there is no column {}", shortened(&one_line(wanted))),
        one_line(&format!("{meant}its columns are {}", listed(columns))),
    )
    .at_place("--map")
}

/// The names for a message, not more of them than can be read.
pub(in crate::format::stream) fn listed(columns: &[String]) -> String {
    let names = columns.iter().take(LISTED).map(|name| shortened(name));
    let more = columns.len().saturating_sub(LISTED);
    let rest = (more > 0).then(|| format!("and {more} more"));
    names.chain(rest).collect::<Vec<_>>().join(", ")
}
