//! What kind of records an input holds, told by its name, its first bytes and the mapping that the user gave. Nothing here
//! reads records.

use std::sync::Arc;

use crate::format::Encoding;
use crate::format::jsonl::RECORD_KEYS;
use crate::format::stream::table::{self, Header, MapSpec, Mapping, Syntax};
use crate::format::stream::{RecordKind, lines};
use crate::model::{Fault, FaultKind};

/// Bytes that a table's header may take: 1 MiB.
pub(super) const MAX_HEADER: usize = 1 << 20;

/// What an input is called.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    /// As the user named it, for faults.
    pub(super) name: String,
    /// Its own name, without folders.
    pub(super) file: String,
    /// Its extension in lower case, that of a compression left out.
    pub(super) extension: String,
}

/// What the first bytes tell.
#[derive(Debug)]
pub(super) enum Recognised {
    /// Records of this kind, and what the user should know of how they are read.
    Records(RecordKind, Option<Fault>),
    /// TOML, an article, or anything else that is read whole.
    Other,
    /// More bytes must be seen.
    More,
}

/// Looks at the first bytes. `is_all`: they are the whole input.
pub(super) fn recognise(
    head: &[u8],
    is_all: bool,
    naming: &Naming,
    spec: Option<&MapSpec>,
) -> Result<Recognised, Fault> {
    let is_more_useful = !is_all && head.len() < MAX_HEADER;
    let first = head
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(head)
        .trim_ascii_start()
        .first();
    if first.is_none() && is_more_useful {
        return Ok(Recognised::More);
    }
    let looking = Looking {
        head,
        is_all,
        is_more_useful,
        naming,
        spec,
    };
    let is_object = first == Some(&b'{');
    match naming.extension.as_str() {
        "toml" | "txt" | "md" | "html" | "htm" if spec.is_none() => Ok(Recognised::Other),
        "csv" | "tsv" | "tab" => looking.csv(true),
        "jsonl" | "ndjson" => looking.lines(true),
        "json" if spec.is_none() => Ok(Recognised::Records(RecordKind::NativeJson, None)),
        _ if is_object => looking.lines(spec.is_some()),
        _ => looking.csv(spec.is_some()),
    }
}

struct Looking<'a> {
    head: &'a [u8],
    is_all: bool,
    is_more_useful: bool,
    naming: &'a Naming,
    spec: Option<&'a MapSpec>,
}

impl Looking<'_> {
    /// Objects of JSON: native records, records of others, or one timeline. `is_sure`: the user says that each line is one.
    fn lines(&self, is_sure: bool) -> Result<Recognised, Fault> {
        let text = lines::of(self.head).find(|line| !line.bytes.trim_ascii().is_empty());
        let first = text.and_then(|line| line.text().ok()).unwrap_or_default();
        let is_whole = self.is_all || self.head.len() > first.len() + 4;
        let keys = table::keys(first.trim_start_matches('\u{feff}'));
        match (keys, self.spec) {
            (None, _) if !is_whole && self.is_more_useful => Ok(Recognised::More),
            (None, None) if !is_sure => Ok(match Encoding::detect(first) {
                Some(Encoding::Json) => Recognised::Records(RecordKind::NativeJson, None),
                _ => Recognised::Other,
            }),
            (None, None) => Ok(Recognised::Records(RecordKind::NativeLines, None)),
            (Some(keys), spec) if is_native(&keys) => match spec {
                Some(_) => Err(no_mapping_needed(&self.naming.name)),
                None => Ok(Recognised::Records(RecordKind::NativeLines, None)),
            },
            (Some(keys), None) if !is_sure && keys.iter().any(|key| key == "format") => {
                Ok(Recognised::Records(RecordKind::NativeJson, None))
            }
            (_, _) => {
                let columns = table::json_lines(self.head, self.is_all).unwrap_or_default();
                self.table(Syntax::JsonLines, columns, is_sure)
            }
        }
    }

    /// Cells with a mark between them. `is_sure`: the user says that it is a table.
    fn csv(&self, is_sure: bool) -> Result<Recognised, Fault> {
        let delimiter = match self.naming.extension.as_str() {
            "tsv" | "tab" => b'\t',
            _ => table::delimiter(self.head),
        };
        match table::csv(self.head, delimiter, self.is_all) {
            Header::Columns(columns) => self.table(Syntax::Csv { delimiter }, columns, is_sure),
            Header::More if self.is_more_useful => Ok(Recognised::More),
            _ if !is_sure => Ok(Recognised::Other),
            Header::More => Err(self.refused(
                format!(
                    "the header of the table is longer than {} KiB",
                    MAX_HEADER >> 10
                ),
                "begin the table with a row of column names",
            )),
            Header::TooMany => Err(self.refused(
                format!("the table has more than {} columns", table::MAX_COLUMNS),
                "leave out the columns that you do not need",
            )),
        }
    }

    fn table(
        &self,
        syntax: Syntax,
        columns: Vec<String>,
        is_sure: bool,
    ) -> Result<Recognised, Fault> {
        let Naming { name, file, .. } = self.naming;
        let (spec, is_given) = match (self.spec, table::obvious(&columns)) {
            (Some(spec), _) => (spec.clone(), true),
            (None, Some(spec)) => (spec, false),
            (None, None) if !is_sure => return Ok(Recognised::Other),
            (None, None) => return Err(self.untold(&columns)),
        };
        let mapping = Mapping::new(&spec, syntax, file, columns, name)?;
        let said = (!is_given).then(|| {
            let cause = format!("its columns are taken as {mapping}");
            Fault::new(
                FaultKind::Usage,
                name,
                cause,
                "if they mean something else, say so with --map",
            )
        });
        let kind = RecordKind::Table(Arc::new(mapping));
        Ok(Recognised::Records(kind, said))
    }

    fn untold(&self, columns: &[String]) -> Fault {
        let cause = "this is no timeline, and its columns do not tell by their names what they are";
        let mend = format!(
            "say it with --map date=COLUMN,title=COLUMN; its columns are {}",
            table::listed(columns)
        );
        self.refused(cause.to_owned(), &mend)
    }

    fn refused(&self, cause: String, mend: &str) -> Fault {
        Fault::new(FaultKind::Usage, &self.naming.name, cause, mend)
    }
}

fn is_native(keys: &[String]) -> bool {
    matches!(keys, [key] if RECORD_KEYS.contains(&key.as_str()))
}

fn no_mapping_needed(name: &str) -> Fault {
    let cause = "this is a timeline: its records say themselves what they mean";
    Fault::new(FaultKind::Usage, name, cause, "leave out --map")
}
