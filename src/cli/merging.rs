//! Building into a timeline that is there: which of its sources are read again, and how its file is changed. What is kept is
//! decided in `extract`.

use std::collections::HashSet;
use std::path::Path;

use super::Streams;
use super::articles::{ReadArticle, day};
use super::build::written;
use super::outcome::Failure;
use super::row::count;
use super::save::{folder_of, replace};
use super::texts_beside::{Beside, TextFile, folder_name, free_name};
use crate::extract::{Assembler, Fate, Merged, Reread, is_untouched, merge};
use crate::format::{
    self, Change, Changes, Document, Encoding, has_comments, patch_toml, remarked_events,
};
use crate::model::{Day, Event, Fault, FaultKind, PUBLISHED, Source, Timeline};

/// A timeline file that is there, as it was when it was read.
pub(super) struct There {
    text: String,
    document: Document,
}

/// How an article lies to the sources that are there.
enum Known<'t> {
    /// One of them has this very text.
    Same(&'t Source),
    /// One of them is an earlier text of it.
    Changed(&'t Source),
    New,
}

impl There {
    pub(super) fn read(path: &Path, encoding: Encoding) -> Result<Self, Fault> {
        let (text, name) = format::read_file(path)?;
        Ok(Self {
            document: format::parse(&text, &name, encoding)?.whole()?,
            text,
        })
    }

    /// The day of publication that the file has for an article; whoever wrote or corrected it there knew better.
    pub(super) fn published_of(&self, article: &Source) -> Option<Day> {
        match self.known(article) {
            Known::Same(source) | Known::Changed(source) => {
                source.published.as_deref().and_then(day)
            }
            Known::New => None,
        }
    }

    /// By its text, else by its address or id.
    fn known(&self, article: &Source) -> Known<'_> {
        let sources = &self.document.timeline.sources;
        let same = |source: &&Source| {
            let hashes = source.sha256.as_deref().zip(article.sha256.as_deref());
            hashes.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
        };
        // The same text may have been published twice.
        let own = |source: &&Source| same(source) && source.id == article.id;
        if let Some(same) = sources
            .iter()
            .find(own)
            .or_else(|| sources.iter().find(same))
        {
            return Known::Same(same);
        }
        let earlier = |source: &&Source| {
            let by_url = article.url.is_some() && source.url == article.url;
            by_url || source.id == article.id
        };
        let found = sources.iter().find(earlier);
        found.map_or(Known::New, |found| Known::Changed(latest(sources, found)))
    }
}

/// The latest text of the article that a source holds a text of.
fn latest<'t>(sources: &'t [Source], mut source: &'t Source) -> &'t Source {
    for _ in sources {
        let later = |other: &&Source| other.replaces.as_ref() == Some(&source.id);
        match sources.iter().find(later) {
            Some(later) => source = later,
            None => break,
        }
    }
    source
}

/// Builds articles into a timeline and says in one line what became of it.
pub(super) fn merge_into(
    path: &Path,
    there: There,
    articles: Vec<ReadArticle>,
    published: Option<Day>,
    streams: &mut Streams,
) -> Result<String, Failure> {
    let mut old = there.document.timeline.clone();
    let days = republish(&there, &mut old, &articles, published);
    let (fresh, reread, files) = read_again(path, &there, &old, articles, streams);
    let remarked = match there.document.encoding {
        Encoding::Toml => remarked_events(&there.text),
        Encoding::Json | Encoding::JsonLines => HashSet::new(),
    };
    let merged = merge(&old, fresh, &reread, &remarked);
    if let Some(remark) = left_behind(path, &there.document.timeline, &merged, &days) {
        streams.say(&remark);
    }
    let new_text = new_text(path, &there, &merged, days)?;
    let told = tell(path, &there.document.timeline, &merged);
    if new_text == there.text && files.is_empty() {
        return Ok(told);
    }
    let beside = Beside::write(path, &files)?;
    if let Err(fault) = replace(path, there.text.as_bytes(), new_text.as_bytes()) {
        beside.take_back();
        return Err(fault.into());
    }
    Ok(told)
}

/// What to say where events that stay as they are count from a day of publication that has just been changed.
fn left_behind(
    path: &Path,
    old: &Timeline,
    merged: &Merged,
    days: &[(usize, String)],
) -> Option<Fault> {
    let turned = |id: &str| {
        let mut places = days.iter().map(|(place, _)| old.sources.get(*place));
        places.any(|source| source.is_some_and(|source| source.id == id))
    };
    let rests = |event: &Event| {
        let mut claims = event.claims.iter();
        claims.any(|claim| claim.relative_to.as_deref() == Some(PUBLISHED) && turned(&claim.source))
    };
    let events = old.events.iter().zip(&merged.fates);
    let kept = events.filter(|(event, fate)| **fate == Fate::Kept && rests(event));
    let ids: Vec<&str> = kept.map(|(event, _)| event.id.as_str()).collect();
    let first = ids.first()?;
    let from = "former publication date";
    let cause = match ids.len() - 1 {
        0 => format!("{first} stays as you left it, with a date that counts from the {from}"),
        more => format!(
            "{first} and {more} more stay as you left them, with dates that count from the {from}"
        ),
    };
    let mend = "look at these dates: linimasa show";
    Some(Fault::new(
        FaultKind::Date,
        path.display().to_string(),
        cause,
        mend,
    ))
}

/// All sources that hold a text of the same article as one of them, as parts of what is now read as `new`; that one itself first.
fn editions(old: &Timeline, of: &Source, new: &str) -> Vec<Reread> {
    let mut ids: Vec<&str> = Vec::new();
    let mut next = Some(latest(&old.sources, of));
    while let Some(source) = next.filter(|source| !ids.contains(&source.id.as_str())) {
        ids.push(&source.id);
        let earlier = source.replaces.as_deref();
        next = earlier.and_then(|id| old.sources.iter().find(|source| source.id == id));
    }
    ids.sort_by_key(|id| *id != new);
    let editions = ids.into_iter().map(|id| Reread {
        old: id.to_owned(),
        new: new.to_owned(),
    });
    editions.collect()
}

/// Gives the sources that are read again the day that the user names; their places and the day.
fn republish(
    there: &There,
    old: &mut Timeline,
    articles: &[ReadArticle],
    published: Option<Day>,
) -> Vec<(usize, String)> {
    let Some(published) = published.map(|day| day.to_string()) else {
        return Vec::new();
    };
    let mut days = Vec::new();
    for read in articles {
        let Known::Same(known) = there.known(&read.source) else {
            continue;
        };
        let place = old.sources.iter().position(|source| source.id == known.id);
        if let Some((place, source)) =
            place.and_then(|place| Some((place, old.sources.get_mut(place)?)))
            && source.published.as_deref() != Some(&published)
        {
            source.published = Some(published.clone());
            source.published_inferred = false;
            let given = read.source.published_from.clone();
            source.published_from = source.published_from.as_ref().and(given);
            days.push((place, published.clone()));
        }
    }
    days
}

/// The articles as a timeline beside the one that is there, which of its sources they are, and the texts that are to be stored.
fn read_again(
    path: &Path,
    there: &There,
    old: &Timeline,
    articles: Vec<ReadArticle>,
    streams: &mut Streams,
) -> (Timeline, Vec<Reread>, Vec<TextFile>) {
    let new = articles
        .iter()
        .filter(|read| matches!(there.known(&read.source), Known::New));
    let mut assembler = Assembler::new(old.sources.len() + new.count() > 1).beside(old);
    let folder = folder_name(path);
    let mut names = stored_names(old, &folder);
    let (mut reread, mut files) = (Vec::new(), Vec::new());
    for read in articles {
        let ReadArticle {
            article,
            found,
            mut source,
            name,
            ..
        } = read;
        let earlier = match there.known(&source) {
            Known::Same(known) => {
                let known = old.sources.iter().find(|source| source.id == known.id);
                let Some(known) = known else { continue };
                if reread.iter().any(|read: &Reread| read.new == known.id) {
                    continue;
                }
                files.extend(restored(path, known, &folder, &article.text));
                reread.extend(editions(old, known, &known.id));
                assembler.add_again(known.clone(), &article.text, &found);
                continue;
            }
            Known::Changed(known) => Some(known),
            Known::New => None,
        };
        // The name of the file follows the id, which only the assembler knows to be free.
        source.id = assembler.free_source_id(&source.id);
        if let Some(known) = earlier {
            streams.say(&changed(&name, known));
            reread.extend(editions(old, known, &source.id));
            source.replaces = Some(known.id.clone());
            if source.published == known.published {
                source.published_inferred = known.published_inferred;
                source.published_from.clone_from(&known.published_from);
            }
        }
        let file = free_name(&source.id, &mut names);
        source.text = Some(format!("{folder}/{file}"));
        assembler.add(source, &article.text, &found);
        files.push(TextFile {
            name: file,
            text: article.text,
        });
    }
    (assembler.finish(), reread, files)
}

/// The names in the folder beside the timeline that its sources use.
fn stored_names(old: &Timeline, folder: &str) -> HashSet<String> {
    let paths = old
        .sources
        .iter()
        .filter_map(|source| source.text.as_deref());
    let inside = paths.filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
    inside.map(str::to_ascii_lowercase).collect()
}

/// A stored text that has gone missing from the folder beside the timeline.
fn restored(path: &Path, source: &Source, folder: &str, text: &str) -> Option<TextFile> {
    let name = source.text.as_deref()?.strip_prefix(folder)?;
    let name = name.strip_prefix('/')?;
    let is_plain = !name.contains(['/', '\\']);
    let is_gone = folder_of(path).join(folder).join(name).symlink_metadata();
    (is_plain && is_gone.is_err()).then(|| TextFile {
        name: name.to_owned(),
        text: text.to_owned(),
    })
}

fn changed(name: &str, known: &Source) -> Fault {
    let cause = format!(
        "its text is another than that of source “{}”, so it becomes a source of its own",
        known.id
    );
    let mend = "what was reviewed keeps the earlier text and its anchors";
    Fault::new(FaultKind::Hash, name, cause, mend)
}

/// What the file is to hold.
fn new_text(
    path: &Path,
    there: &There,
    merged: &Merged,
    published: Vec<(usize, String)>,
) -> Result<String, Fault> {
    let encoding = there.document.encoding;
    if encoding != Encoding::Toml {
        let is_same = merged.timeline == there.document.timeline;
        return match is_same {
            true => Ok(there.text.clone()),
            false => written(&merged.timeline, encoding, path),
        };
    }
    let old = there.document.timeline.events.iter().zip(&merged.fates);
    let changes = Changes {
        events: old
            .map(|(event, fate)| match fate {
                Fate::Refreshed(fresh) if **fresh != *event => Change::Replace(fresh),
                Fate::Kept | Fate::Refreshed(_) => Change::Keep,
                Fate::Dropped => Change::Remove,
            })
            .collect(),
        published,
        new_sources: &merged.sources,
        new_actors: &merged.actors,
        new_events: &merged.events,
    };
    match patch_toml(&there.text, &changes, &merged.timeline)? {
        Some(text) => Ok(text),
        None if !has_comments(&there.text) => format::write(&merged.timeline, encoding),
        None => Err(Fault::new(
            FaultKind::Syntax,
            path.display().to_string(),
            "its layout does not let events be changed without losing comments",
            "put each source, actor and event under a header of its own; nothing was changed",
        )),
    }
}

/// What became of the events, in one line.
fn tell(path: &Path, old: &Timeline, merged: &Merged) -> String {
    let events = || old.events.iter().zip(&merged.fates);
    let kept = events().filter(|(event, fate)| **fate == Fate::Kept && !is_untouched(event));
    let other = events().filter(|(event, fate)| **fate == Fate::Kept && is_untouched(event));
    let refreshed = events().filter_map(|(event, fate)| match fate {
        Fate::Refreshed(fresh) => Some(**fresh != *event),
        _ => None,
    });
    let changed = refreshed.clone().filter(|changed| *changed).count();
    let dropped = events().filter(|(_, fate)| **fate == Fate::Dropped).count();
    let mut parts = vec![
        format!("kept {} of yours", count(kept.count(), "event")),
        format!(
            "refreshed {} ({changed} changed)",
            count(refreshed.count(), "draft")
        ),
        format!("added {}", count(merged.events.len(), "draft")),
    ];
    if dropped > 0 {
        let these = count(dropped, "draft");
        parts.push(format!("dropped {these} that the words no longer give"));
    }
    match other.count() {
        0 => {}
        number => parts.push(format!("left {} alone", count(number, "other draft"))),
    }
    format!("{}: {}", path.display(), parts.join(", "))
}
