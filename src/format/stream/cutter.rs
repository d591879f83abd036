//! Where the bytes that are kept may be cut, for each kind of record. How they are read is not here.

use memchr::memrchr;

use super::RecordKind;
use super::block::Part;
use super::elements::Elements;
use super::table::{self, Marks, Syntax};

/// Finds the ends of records.
#[derive(Debug)]
pub(super) enum Cutter {
    /// A record is a line.
    Lines,
    /// A record may hold line ends within quotation marks.
    Rows { delimiter: u8, marks: Marks },
    /// Records are elements of lists in one object.
    Elements(Box<Elements>),
}

/// Where to cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cut {
    /// After so many bytes.
    At(usize),
    /// So many bytes are no records and can go.
    Pass(usize),
    /// So many bytes can go, and then what is known of the header is to be given.
    Header(usize),
    /// No whole record yet.
    More,
    /// Nothing can be read from here on.
    Broken(String),
    /// The timeline is of this other format, as JSON writes it.
    OtherFormat(String),
    /// The first record has a quotation mark that nothing closes, to the end of the input.
    Unclosed,
}

impl Cutter {
    pub(super) fn new(kind: &RecordKind) -> Self {
        match kind {
            RecordKind::Table(mapping) => match mapping.syntax {
                Syntax::Csv { delimiter } if delimiter != b'\t' => Self::Rows {
                    delimiter,
                    marks: Marks::default(),
                },
                _ => Self::Lines,
            },
            RecordKind::NativeLines => Self::Lines,
            RecordKind::NativeJson => Self::Elements(Box::new(Elements::new())),
        }
    }

    /// Where to cut the bytes that are kept, which start with a record and may have grown since the last call. `is_all`: no
    /// more will come.
    pub(super) fn cut(&mut self, kept: &[u8], is_all: bool) -> Cut {
        match self {
            Self::Elements(elements) => elements.cut(kept, is_all),
            Self::Lines if is_all => Cut::At(kept.len()),
            Self::Lines => memrchr(b'\n', kept).map_or(Cut::More, |end| Cut::At(end + 1)),
            Self::Rows { delimiter, marks } => {
                let end = marks.last_end(kept, *delimiter, is_all);
                match (is_all, marks.is_open(), end) {
                    (true, false, _) => Cut::At(kept.len()),
                    (true, true, 0) => Cut::Unclosed,
                    (false, _, 0) => Cut::More,
                    _ => Cut::At(end),
                }
            }
        }
    }

    /// Whether what was looked at so far ends within quotation marks.
    pub(super) const fn is_open(&self) -> bool {
        match self {
            Self::Lines | Self::Elements(_) => false,
            Self::Rows { marks, .. } => marks.is_open(),
        }
    }

    /// So many of the bytes that are kept are gone, up to the start of a record.
    pub(super) fn shift(&mut self, bytes: usize) {
        match self {
            Self::Elements(elements) => elements.shift(bytes),
            Self::Lines | Self::Rows { .. } => self.start_anew(),
        }
    }

    /// The bytes that are kept begin elsewhere now, with a record that is a row or a line.
    pub(super) fn start_anew(&mut self) {
        if let Self::Rows { marks, .. } = self {
            *marks = Marks::default();
        }
    }

    /// What a block is that was cut just now.
    pub(super) fn part(&self) -> Part {
        let section = match self {
            Self::Elements(elements) => elements.section(),
            _ => None,
        };
        section.map_or(Part::Records, Part::Elements)
    }
}

/// The bytes of a table's header with the end of its line; `None` if it goes on beyond what is kept.
pub(super) fn header_length(kind: &RecordKind, kept: &[u8], is_all: bool) -> Option<usize> {
    let RecordKind::Table(mapping) = kind else {
        return Some(0);
    };
    let Syntax::Csv { delimiter } = mapping.syntax else {
        return Some(0);
    };
    let blank = kept
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace() && **byte != delimiter);
    let blank = blank.count();
    let rest = kept.get(blank..).unwrap_or_default();
    let end = table::row(rest, delimiter, &mut Vec::new()).next;
    (is_all || end < rest.len()).then_some(blank + end)
}
