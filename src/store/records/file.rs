//! Records of a file that is too large to be kept: read at their place when they are shown, and kept while they are looked at.
//! A file that was changed meanwhile is noticed.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::fs::{File, Metadata};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use super::super::anchors;
use super::super::columns::Chunk;
use super::super::document::SourceText;
use super::super::index::{EventIx, SourceIx};
use super::{SharedSources, Told};
use crate::format::stream::{Detail, RecordKind, detail};
use crate::format::{Base, load_text};
use crate::model::{Fault, FaultKind, Source};

/// As many records as a person looks at within a moment.
const KEPT: usize = 64;

/// Texts of sources are larger.
const KEPT_TEXTS: usize = 8;

/// A file, and what of it was looked at last.
#[derive(Debug)]
pub(crate) struct FileRecords {
    file: File,
    /// What the user knows it as.
    name: String,
    /// Where it can be asked whether it is still the same; `None` for what was copied when it was read.
    path: Option<PathBuf>,
    opened: Option<Version>,
    kind: RecordKind,
    pub(crate) sources: SharedSources,
    told: RefCell<Recent<EventIx, Told>>,
    read: RefCell<Recent<SourceIx, Source>>,
    texts: RefCell<Recent<SourceIx, SourceText>>,
    fault: RefCell<Option<Fault>>,
    /// Events of a table whose ids others have, and what they are called instead.
    renamed: HashMap<EventIx, String>,
    /// That the path names another file was told.
    is_other: Cell<bool>,
}

/// What tells one version of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Version {
    length: u64,
    modified: Option<SystemTime>,
}

impl From<&Metadata> for Version {
    fn from(metadata: &Metadata) -> Self {
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

impl Version {
    fn of(file: &File) -> Option<Self> {
        file.metadata().ok().as_ref().map(Self::from)
    }
}

/// The record of an event as it stands in the file.
#[derive(Debug)]
pub struct Raw {
    /// Whose it is.
    pub event: EventIx,
    /// Its bytes.
    pub record: Vec<u8>,
    /// The line of the file, counted from 1.
    pub line: usize,
}

/// The values that were asked for last.
#[derive(Debug)]
struct Recent<K, V> {
    kept: VecDeque<(K, Rc<V>)>,
    most: usize,
}

impl<K: PartialEq + Copy, V> Recent<K, V> {
    fn new(most: usize) -> Self {
        Self {
            kept: VecDeque::new(),
            most,
        }
    }

    fn get(&self, key: K) -> Option<Rc<V>> {
        let found = self.kept.iter().find(|(other, _)| *other == key);
        found.map(|(_, value)| Rc::clone(value))
    }

    fn keep(&mut self, key: K, value: V) -> Rc<V> {
        let value = Rc::new(value);
        if self.kept.len() == self.most {
            self.kept.pop_front();
        }
        self.kept.push_back((key, Rc::clone(&value)));
        value
    }
}

impl FileRecords {
    /// The records of a file that is open. `path` is where it stands, if it can be read there again.
    pub(crate) fn new(file: File, name: &str, path: Option<&Path>, kind: RecordKind) -> Self {
        Self {
            opened: path.and_then(|_| Version::of(&file)),
            file,
            name: name.to_owned(),
            path: path.map(Path::to_owned),
            kind,
            sources: SharedSources::default(),
            told: RefCell::new(Recent::new(KEPT)),
            read: RefCell::new(Recent::new(KEPT)),
            texts: RefCell::new(Recent::new(KEPT_TEXTS)),
            fault: RefCell::new(None),
            renamed: HashMap::new(),
            is_other: Cell::new(false),
        }
    }

    /// Takes note of what events are called whose ids others have.
    pub(crate) fn rename(&mut self, renamed: Vec<(EventIx, String)>) {
        self.renamed.extend(renamed);
        self.told.borrow_mut().kept.clear();
    }

    /// What an event is called whose id another one has.
    pub(crate) fn renamed(&self, event: EventIx) -> Option<&str> {
        self.renamed.get(&event).map(String::as_str)
    }

    /// The event that is called so because another one has its id.
    pub(crate) fn find_renamed(&self, id: &str) -> Option<EventIx> {
        let mut renamed = self.renamed.iter();
        renamed.find(|(_, now)| *now == id).map(|(event, _)| *event)
    }

    /// Whether every record is its own source.
    pub(crate) const fn has_own_sources(&self) -> bool {
        matches!(self.kind, RecordKind::Table(_))
    }

    /// What went wrong since somebody asked: the file is another one now.
    pub(crate) fn take_fault(&self) -> Option<Fault> {
        self.fault.borrow_mut().take()
    }

    /// The event at a place of a chunk, in full, with its words where they can be found.
    pub(crate) fn told(&self, event: EventIx, chunk: &Chunk, place: usize) -> Option<Rc<Told>> {
        if let Some(told) = self.told.borrow().get(event) {
            return Some(told);
        }
        let mut detail = self.detail(chunk, place)?;
        if detail.event.id != chunk.id(place) || detail.event.title != chunk.title(place) {
            self.changed();
            return None;
        }
        if let Some(id) = self.renamed(event) {
            id.clone_into(&mut detail.event.id);
        }
        if let Some((source, text)) = detail.source {
            let own = SourceIx(event.0);
            self.read.borrow_mut().keep(own, source);
            self.texts
                .borrow_mut()
                .keep(own, self.own_text(event, text));
        }
        let text_of = |id: &str| {
            let source = match self.has_own_sources() {
                true => SourceIx(event.0),
                false => self.find_source(id)?,
            };
            Some((source, self.text(source)?))
        };
        let stops = anchors::resolve(&detail.event, text_of).stops;
        let told = Told {
            event: Rc::new(detail.event),
            stops: stops.into(),
        };
        Some(self.told.borrow_mut().keep(event, told))
    }

    fn own_text(&self, event: EventIx, text: String) -> SourceText {
        let mut text = SourceText::new(Some(text));
        let all = 0..text.text().map_or(0, str::len);
        text.mark(&all, event);
        text
    }

    fn detail(&self, chunk: &Chunk, place: usize) -> Option<Detail> {
        let record = chunk.record(place)?;
        let (offset, line) = chunk.block;
        let offset = offset + u64::from(record.offset);
        let line = usize::try_from(line + u64::from(record.line)).unwrap_or(usize::MAX);
        let bytes = self.bytes(offset, record.length)?;
        match detail(&self.kind, &bytes, &self.name, line) {
            Ok(detail) => Some(detail),
            Err(_) => {
                self.changed();
                None
            }
        }
    }

    /// The records at these places of chunks, read in the order in which they stand in the file; what cannot be read is left out.
    pub(crate) fn raw(&self, wanted: &[(EventIx, &Chunk, usize)]) -> Vec<Raw> {
        self.is_same();
        let mut placed: Vec<(usize, u64, u32)> = Vec::with_capacity(wanted.len());
        let mut all: Vec<Raw> = Vec::with_capacity(wanted.len());
        for (event, chunk, place) in wanted {
            let record = chunk.record(*place).unwrap_or_default();
            placed.push((
                all.len(),
                chunk.block.0 + u64::from(record.offset),
                record.length,
            ));
            let line = chunk.block.1 + u64::from(record.line);
            all.push(Raw {
                event: *event,
                record: Vec::new(),
                line: usize::try_from(line).unwrap_or(usize::MAX),
            });
        }
        placed.sort_unstable_by_key(|(_, offset, _)| *offset);
        for (place, offset, length) in placed {
            let bytes = self.bytes_at(offset, length);
            if let (Some(raw), Some(bytes)) = (all.get_mut(place), bytes) {
                raw.record = bytes;
            }
        }
        all.retain(|raw| !raw.record.is_empty());
        all
    }

    fn is_same(&self) {
        if self.path.is_some() && Version::of(&self.file) != self.opened {
            self.changed();
        }
    }

    fn bytes(&self, offset: u64, length: u32) -> Option<Vec<u8>> {
        self.is_same();
        self.bytes_at(offset, length)
    }

    fn bytes_at(&self, offset: u64, length: u32) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length as usize];
        match read_at(&self.file, &mut bytes, offset) {
            Ok(()) => Some(bytes),
            Err(_) => {
                self.changed();
                None
            }
        }
    }

    /// Takes note that the file is another one now.
    pub(crate) fn changed(&self) {
        let cause = "it was changed while it was open: what is listed is what it said before";
        let fault = Fault::new(FaultKind::Altered, &self.name, cause, "open it again");
        *self.fault.borrow_mut() = Some(fault);
    }

    /// Notes once that the path names another file by now, or none.
    pub(crate) fn watch(&self) {
        let Some(path) = self.path.as_ref().filter(|_| !self.is_other.get()) else {
            return;
        };
        let now = path
            .metadata()
            .ok()
            .map(|metadata| Version::from(&metadata));
        if now != self.opened {
            self.is_other.set(true);
            self.changed();
        }
    }

    pub(crate) fn find_source(&self, id: &str) -> Option<SourceIx> {
        self.sources.read().find(id).map(SourceIx)
    }

    /// A source of the file. The own source of a record is known once its event was looked at.
    pub(crate) fn source(&self, source: SourceIx) -> Option<Rc<Source>> {
        if let Some(found) = self.read.borrow().get(source) {
            return Some(found);
        }
        if self.has_own_sources() {
            return None;
        }
        let placed = self.sources.read().placed(source.0)?;
        let bytes = self.bytes(placed.offset, placed.length)?;
        let record = crate::format::stream::source(&self.kind, &bytes)?;
        Some(self.read.borrow_mut().keep(source, record))
    }

    /// The text of a source, empty where none is stored.
    pub(crate) fn text(&self, source: SourceIx) -> Option<Rc<SourceText>> {
        if let Some(found) = self.texts.borrow().get(source) {
            return Some(found);
        }
        let record = self.source(source)?;
        let base = match &self.path {
            Some(path) => Base::Folder(path.parent().unwrap_or(path)),
            None => Base::Nowhere,
        };
        let stored = load_text(&record, source.at(), &self.name, &base);
        let text = SourceText::new(stored.text);
        if let Some(fault) = stored.fault {
            *self.fault.borrow_mut() = Some(fault);
        }
        Some(self.texts.borrow_mut().keep(source, text))
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, bytes: &mut [u8], offset: u64) -> std::io::Result<()> {
    use std::io::{Read, Seek, SeekFrom};
    file.seek(SeekFrom::Start(offset))?;
    file.read_exact(bytes)
}
