//! Articles as one timeline in memory, with what could not be read of them.

use super::articles::{Named, ReadArticle};
use super::outcome::Failure;
use super::row::count;
use crate::extract::Assembler;
use crate::model::{Fault, Timeline};

/// A timeline made of articles.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) timeline: Timeline,
    /// The stored text of each source, in their order.
    pub(super) texts: Vec<String>,
    /// How faults call the whole.
    pub(super) name: String,
}

/// The articles among the named files, what the user should know of them, and what could not be read.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub(super) articles: Vec<ReadArticle>,
    pub(super) remarks: Vec<Fault>,
    pub(super) broken: Vec<Fault>,
}

impl Sorted {
    /// Refuses timelines among articles.
    pub(super) fn of(all: Vec<Named>) -> Result<Self, Failure> {
        let mut sorted = Self::default();
        for named in all {
            match named {
                Named::Article(article, remark) => {
                    sorted.articles.push(*article);
                    sorted.remarks.extend(remark);
                }
                Named::Broken(fault) => sorted.broken.push(fault),
                Named::Timeline => return Err(mixed()),
            }
        }
        Ok(sorted)
    }
}

/// The wrong call of a timeline among articles.
pub(super) fn mixed() -> Failure {
    Failure::usage(
        "FILE",
        "timelines and articles cannot be read together",
        "name articles only, or merge them into the timeline: linimasa build ARTICLE -o TIMELINE --merge",
    )
}

/// Makes a timeline of articles, in their order.
pub(super) fn build(articles: Vec<ReadArticle>) -> Built {
    let mut assembler = Assembler::new(articles.len() > 1);
    let name = match articles.as_slice() {
        [article] => article.name.clone(),
        several => count(several.len(), "article"),
    };
    let mut texts = Vec::new();
    for mut read in articles {
        read.source.id = assembler.free_source_id(&read.source.id);
        assembler.add(read.source, &read.article.text, &read.found);
        texts.push(read.article.text);
    }
    Built {
        timeline: assembler.finish(),
        texts,
        name,
    }
}
