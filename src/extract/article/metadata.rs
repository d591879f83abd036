//! What a file says of its article apart from the text, from several places at once: the first that says something counts.

/// What is known of an article; dates as they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

impl Metadata {
    /// The same, with what is missing taken from another place.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            author: self.author.or(other.author),
            published: self.published.or(other.published),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }

    /// From one key and its value, by the names that pages and front matter use; unknown keys are left.
    pub(super) fn take(&mut self, key: &str, value: &str) {
        let Some(value) = one_line(value) else { return };
        let place = match key.trim().to_ascii_lowercase().as_str() {
            "title" | "og:title" | "twitter:title" | "headline" | "judul" => &mut self.title,
            "publisher" | "og:site_name" | "site_name" | "application-name" | "dc.publisher" => {
                &mut self.publisher
            }
            "author" | "authors" | "byl" | "dc.creator" | "content_author" | "parsely-author"
            | "penulis" => &mut self.author,
            // Facebook's profile pages stand here as often as names.
            "article:author" if !value.contains("://") => &mut self.author,
            "date"
            | "published"
            | "article:published_time"
            | "publishdate"
            | "pubdate"
            | "datepublished"
            | "content_publisheddate"
            | "content_publishdate"
            | "dc.date"
            | "dc.date.issued"
            | "parsely-pub-date"
            | "tanggal"
            | "og:published_time"
            | "publish-date" => &mut self.published,
            "url" | "og:url" | "canonical" => &mut self.url,
            "language" | "lang" | "content-language" | "og:locale" => &mut self.language,
            _ => return,
        };
        place.get_or_insert(value);
    }
}

/// A value without the white space that markup left in it; `None` if nothing is left.
pub(super) fn one_line(value: &str) -> Option<String> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then_some(value)
}
