//! Sources and their texts, by position and by id.

use super::Store;
use super::document::SourceText;
use super::index::{EventIx, SourceIx};
use super::records::{FileRecords, Held, Records};
use crate::model::{Bases, Claim, Published, Source};

impl Store {
    /// The source at a position of a timeline in memory.
    #[must_use]
    pub fn source_in_memory(&self, source: SourceIx) -> Option<&Source> {
        self.timeline()?.sources.get(source.at())
    }

    /// The source at a position.
    #[must_use]
    pub fn source(&self, source: SourceIx) -> Option<Held<'_, Source>> {
        match &self.records {
            Records::Memory(memory) => {
                let source = memory.timeline.sources.get(source.at());
                source.map(Held::Borrowed)
            }
            Records::File(file) => {
                self.read_own_source(file, source);
                file.source(source).map(Held::Shared)
            }
        }
    }

    /// The own source of a record is read with its event.
    fn read_own_source(&self, file: &FileRecords, source: SourceIx) {
        let event = EventIx(source.0);
        if let Some((chunk, place)) = self
            .columns
            .locate(event)
            .filter(|_| file.has_own_sources())
        {
            file.told(event, chunk, place);
        }
    }

    /// The stored text of a source, with its sentences.
    #[must_use]
    pub fn source_text(&self, source: SourceIx) -> Option<Held<'_, SourceText>> {
        match &self.records {
            Records::Memory(memory) => memory.texts.get(source.at()).map(Held::Borrowed),
            Records::File(file) => {
                self.read_own_source(file, source);
                file.text(source).map(Held::Shared)
            }
        }
    }

    /// The texts that can be searched at once.
    pub(crate) fn texts_in_memory(&self) -> impl Iterator<Item = (SourceIx, &SourceText)> {
        let texts: &[SourceText] = match &self.records {
            Records::Memory(memory) => &memory.texts,
            Records::File(_) => &[],
        };
        (0..).map(SourceIx).zip(texts)
    }

    /// The position of a source by its id.
    #[must_use]
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        match &self.records {
            Records::Memory(memory) => memory.source_ids.get(id).copied(),
            Records::File(file) => file.find_source(id),
        }
    }

    /// How many sources there are.
    #[must_use]
    pub fn source_count(&self) -> usize {
        match &self.records {
            Records::Memory(memory) => memory.timeline.sources.len(),
            Records::File(file) if file.has_own_sources() => self.len(),
            Records::File(file) => file.sources.read().len(),
        }
    }

    /// The positions of all sources, in the order of the file.
    #[must_use]
    pub fn source_positions(&self) -> Vec<SourceIx> {
        match &self.records {
            Records::File(file) if !file.has_own_sources() => {
                let numbers = file.sources.read().in_file_order();
                numbers.into_iter().map(SourceIx).collect()
            }
            _ => (0..u32::try_from(self.source_count()).unwrap_or(u32::MAX))
                .map(SourceIx)
                .collect(),
        }
    }
}

impl Bases for Store {
    fn published(&self, source: &str) -> Option<Published> {
        let source = self.source(self.find_source(source)?)?;
        Some(Published::of(&source))
    }

    fn leading_claim(&self, event: &str) -> Option<Claim> {
        let event = self.event(self.find_event(event)?)?;
        event.leading_claim().cloned()
    }
}
