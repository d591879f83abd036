//! Timelines of any size, the same every time: native JSON Lines and a table. The words are made up and mean nothing.

use std::io::{self, Write};

/// Numbers that look random and are the same everywhere (SplitMix64, Steele and others 2014).
pub(crate) struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// A number below the bound, small ones far more often.
    fn small(&mut self, bound: usize) -> usize {
        let one = self.below(bound);
        let other = self.below(one + 1);
        self.below(other + 1)
    }
}

const SYLLABLES: [&str; 24] = [
    "ka", "ri", "mo", "lan", "tu", "sel", "ba", "nor", "di", "ver", "sa", "mi", "pol", "ten", "gu",
    "ra", "li", "fen", "to", "shi", "ay", "dan", "ul", "em",
];

fn word(numbers: &mut Numbers) -> String {
    (0..2 + numbers.below(2))
        .map(|_| SYLLABLES[numbers.below(SYLLABLES.len())])
        .collect()
}

fn words(numbers: &mut Numbers, count: usize) -> String {
    let words: Vec<String> = (0..count).map(|_| word(numbers)).collect();
    words.join(" ")
}

/// How many actors there are.
pub(crate) const ACTORS: usize = 2_000;

/// Stands in the title of one event, at seven tenths of the file.
pub(crate) const RARE: &str = "Zxqrare";

fn date(place: usize, count: usize) -> String {
    // Thirty years of 360 days, so that no calendar is needed.
    let day = place * (30 * 360) / count.max(1);
    let (year, month, day) = (1996 + day / 360, day % 360 / 30 + 1, day % 30 + 1);
    format!("{year}-{month:02}-{:02}", day.min(28))
}

fn title(numbers: &mut Numbers, place: usize, count: usize) -> String {
    let length = 6 + numbers.below(9);
    let title = words(numbers, length);
    if place == count * 7 / 10 {
        format!("{title} {RARE}")
    } else {
        title
    }
}

/// A native timeline of so many events, in the order of time.
pub(crate) fn native(count: usize, out: &mut dyn Write) -> io::Result<()> {
    let numbers = &mut Numbers(42);
    let sources = (count / 20).max(1);
    writeln!(
        out,
        "{{\"timeline\":{{\"format\":\"linimasa/1\",\"title\":\"Made up\"}}}}"
    )?;
    for source in 0..sources {
        writeln!(
            out,
            "{{\"source\":{{\"id\":\"s{source}\",\"title\":\"Source {source}\"}}}}"
        )?;
    }
    for actor in 0..ACTORS {
        let name = format!("{} {}", word(numbers), word(numbers));
        writeln!(
            out,
            "{{\"actor\":{{\"id\":\"a{actor}\",\"name\":\"{name} {actor}\",\"kind\":\"person\"}}}}"
        )?;
    }
    for place in 0..count {
        let (title, date) = (title(numbers, place, count), date(place, count));
        let (one, other) = (numbers.small(ACTORS), numbers.small(ACTORS));
        let quote = words(numbers, 16);
        let (source, start) = (numbers.below(sources), numbers.below(4_000));
        let end = start + quote.chars().count();
        writeln!(
            out,
            "{{\"event\":{{\"id\":\"e{place}\",\"title\":\"{title}\",\"status\":\"happened\",\"review\":\"accepted\",\
             \"actors\":[{{\"id\":\"a{one}\"}},{{\"id\":\"a{other}\"}}],\"claims\":[{{\"source\":\"s{source}\",\
             \"date\":\"{date}\",\"reading\":\"explicit\",\"anchors\":[{{\"role\":\"evidence\",\"exact\":\"{quote}\",\
             \"start\":{start},\"end\":{end}}}]}}]}}}}"
        )?;
    }
    Ok(())
}
