//! What is there while a file is still being read: events in its order, the first of them at once, and what a stop leaves.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Condvar, Mutex};

use super::large_tests::{behind_a_long_head, file_of, lines, of_events, options, records};
use super::{EventIx, Store, View, Wake};
use crate::format::stream::{open, open_reader};
use crate::model::{Actor, ActorKind, Timeline};

/// Gives what was put in, and waits for more.
#[derive(Clone, Default)]
struct Slow(Arc<(Mutex<Queue>, Condvar)>);

/// What comes next, `None` for the end.
type Queue = VecDeque<Option<Vec<u8>>>;

impl Slow {
    /// The next bytes, or the end.
    fn put(&self, bytes: Option<&str>) {
        let bytes = bytes.map(|bytes| bytes.as_bytes().to_vec());
        self.0.0.lock().unwrap().push_back(bytes);
        self.0.1.notify_all();
    }
}

impl Read for Slow {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut queue = self.0.0.lock().unwrap();
        while queue.is_empty() {
            queue = self.0.1.wait(queue).unwrap();
        }
        let Some(Some(mut bytes)) = queue.pop_front() else {
            return Ok(0);
        };
        let count = bytes.len().min(into.len());
        into[..count].copy_from_slice(&bytes[..count]);
        if count < bytes.len() {
            queue.push_front(Some(bytes.split_off(count)));
        }
        Ok(count)
    }
}

fn wait_for(store: &mut Store, count: usize) {
    while store.len() < count {
        store.wait_for_more();
    }
    store.take_news(usize::MAX);
}

/// A store of 5,000 events of which half were given to the reader, and the other half.
fn half_read() -> (Store, Slow, String) {
    let text = lines(&of_events(5_000));
    let middle = text.match_indices('\n').nth(2_500).unwrap().0 + 1;
    let slow = Slow::default();
    slow.put(Some(&text[..middle]));
    let input = records(open_reader(slow.clone(), "-", &options()));
    let mut store = Store::begin(*input, "-", Wake::new(|| ())).unwrap();
    wait_for(&mut store, 300);
    (store, slow, text[middle..].to_owned())
}

#[test]
fn events_stand_in_the_order_of_the_file_until_all_are_there_and_then_in_that_of_time() {
    let (mut store, slow, rest) = half_read();
    assert!(store.is_arriving());
    let view = View::all(&store);
    assert!(view.len() >= 300 && view.len() < 5_000);
    assert_eq!(view.at(1), Some(EventIx(1)), "as in the file");
    assert_eq!(&*store.event(EventIx(1)).unwrap().title, "title 1");
    slow.put(Some(&rest));
    slow.put(None);
    let news = store.wait_for_all();
    assert!(news.done && !news.stopped && !store.is_arriving());
    assert_eq!(View::all(&store).len(), 5_000);
    assert_eq!(
        View::all(&store).at(0),
        Some(EventIx(27)),
        "1 January is the last of each 28"
    );
}

#[test]
fn a_reading_that_is_stopped_while_its_input_waits_keeps_what_is_there_in_the_order_of_time() {
    let (mut store, _slow, _) = half_read();
    store.loading().unwrap().stop();
    let news = store.wait_for_all();
    assert!(news.done && news.stopped);
    assert!(store.len() < 5_000);
    assert_eq!(View::all(&store).at(0), Some(EventIx(27)));
}

#[test]
fn the_first_events_are_there_before_the_sources_in_front_of_them() {
    let text = behind_a_long_head(&lines(&Timeline {
        actors: timeline_actors(),
        ..of_events(40)
    }));
    let file = file_of(&text);
    let mut input = records(open(file.path(), &options()));
    input.events_first();
    let mut blocks = input.blocks.map(Result::unwrap);
    let first = blocks.next().unwrap();
    let second = blocks.next().unwrap();
    assert!(first.bytes.starts_with(b"{\"timeline\""));
    assert!(second.bytes.starts_with(b"{\"event\":{\"id\":\"e0\""));
    let others: usize = blocks.map(|block| block.bytes.len()).sum();
    assert_eq!(first.bytes.len() + second.bytes.len() + others, text.len());
}

fn timeline_actors() -> Vec<Actor> {
    vec![Actor {
        id: "a0".to_owned(),
        name: "Name 0".to_owned(),
        kind: ActorKind::Person,
        aliases: Vec::new(),
        extra: crate::model::Extra::new(),
    }]
}
