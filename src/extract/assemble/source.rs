//! The record of an article as a source.

use sha2::{Digest, Sha256};

use super::ids::{one_line, slug};
use crate::extract::article::Article;
use crate::extract::recognise::Recognised;
use crate::extract::structure::{SpanKind, without_marks};
use crate::model::Source;

/// What is known of an article: what its file says apart from the text, else what the text says. `name` is the name of its file
/// without folder and extension, empty where there is none. The id is made of it, else of outlet and day, and may be in
/// use already; no path of a stored text is given.
#[must_use]
pub fn source_of(article: &Article, found: &Recognised, language: &str, name: &str) -> Source {
    let structure = &found.structure;
    let headline = structure
        .spans
        .iter()
        .find(|span| span.kind == SpanKind::Headline)
        .and_then(|span| article.text.get(span.range.clone()))
        .map(|line| one_line(without_marks(line)));
    let publisher = article
        .publisher
        .clone()
        .or_else(|| structure.publisher.as_deref().map(one_line));
    let published = found
        .published
        .as_ref()
        .map(|published| published.day.to_string());
    let mut id = slug(name);
    if id.is_empty() {
        let parts = [publisher.as_deref(), published.as_deref()];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        id = slug(&parts.join(" "));
    }
    Source {
        id: if id.is_empty() {
            "article".to_owned()
        } else {
            id
        },
        title: article.title.clone().or(headline),
        publisher,
        author: article
            .author
            .clone()
            .or_else(|| structure.author.as_deref().map(one_line)),
        published,
        published_inferred: found
            .published
            .as_ref()
            .is_some_and(crate::extract::Published::is_inferred),
        published_from: found
            .published
            .as_ref()
            .map(|published| published.by.word().to_owned()),
        url: article.url.clone(),
        language: Some(language.to_owned()),
        sha256: Some(format!("{:x}", Sha256::digest(&article.text))),
        original_sha256: article.original_sha256.clone(),
        ..Source::default()
    }
}
