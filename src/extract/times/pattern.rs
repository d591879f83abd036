//! The notation of patterns, parsed. How a pattern is matched is in `matching`.
//!
//! | notation | meaning |
//! |---|---|
//! | `word`, `'('` | this word, in any case; this mark |
//! | `<class>` | a form of this class of the lexicon, or a class of numbers: `<dd>` day of month, `<mm>` month, `<yyyy>` year, `<recent>` year 1900–2099, `<yy>` two digits, `<hh>` hour, `<ii>` minute, `<int>`, `<amount>` a number in digits or words |
//! | `slot=<class>` | the same, and what it means is captured |
//! | `a b`, `(a \| b)`, `[a]` | in order, one of them, or nothing |
//! | `^` | no white space before the next token |
//! | `!<class>` | the next token is no form of this class |
//! | `<capital>`, `<spaced>`, `<clear>` | the next token begins with a capital; does not hang on the one before; the match ends a number or word |
//! | `<initial>`, `<named>` | the next token begins a line or sentence; stands behind a capitalised word that is not in the class `lead` |
//! | `>` | the extent ends here; what follows must stand there and may be captured |
//! | `@name` | a macro |

use std::collections::BTreeMap;

use super::captures::Slot;

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pattern {
    Literal(String),
    Class(String, Option<Slot>),
    Not(String),
    Glued,
    EndOfExtent,
    Sequence(Vec<Pattern>),
    Either(Vec<Pattern>),
    Maybe(Box<Pattern>),
}

/// How deep macros and groups may nest.
const DEPTH: usize = 24;

/// Parses a pattern with its macros.
///
/// # Errors
///
/// One line that says what is wrong.
pub(super) fn parse(text: &str, macros: &BTreeMap<String, String>) -> Result<Pattern, String> {
    let mut parser = Parser {
        rest: text,
        macros,
        depth: 0,
    };
    let pattern = parser.choice()?;
    match parser.rest.trim_start() {
        "" => Ok(pattern),
        rest => Err(format!("unexpected {rest:?} in {text:?}")),
    }
}

struct Parser<'p> {
    rest: &'p str,
    macros: &'p BTreeMap<String, String>,
    depth: usize,
}

impl<'p> Parser<'p> {
    fn choice(&mut self) -> Result<Pattern, String> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err("groups or macros nest too deeply".to_owned());
        }
        let mut choices = vec![self.sequence()?];
        while self.eat("|") {
            choices.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(match choices.len() {
            1 => choices.swap_remove(0),
            _ => Pattern::Either(choices),
        })
    }

    fn sequence(&mut self) -> Result<Pattern, String> {
        let mut parts = Vec::new();
        while let Some(first) = self.rest.trim_start().chars().next() {
            if matches!(first, ')' | ']' | '|') {
                break;
            }
            parts.push(self.part()?);
        }
        Ok(Pattern::Sequence(parts))
    }

    fn part(&mut self) -> Result<Pattern, String> {
        if self.eat("(") {
            let inner = self.choice()?;
            return self.closed(")", inner);
        }
        if self.eat("[") {
            let inner = self.choice()?;
            return self.closed("]", Pattern::Maybe(Box::new(inner)));
        }
        if self.eat("^") {
            return Ok(Pattern::Glued);
        }
        if self.eat(">") {
            return Ok(Pattern::EndOfExtent);
        }
        if self.eat("!<") {
            return Ok(Pattern::Not(self.until('>')?.to_owned()));
        }
        if self.eat("<") {
            return Ok(Pattern::Class(self.until('>')?.to_owned(), None));
        }
        if self.eat("'") {
            return Ok(Pattern::Literal(self.until('\'')?.to_owned()));
        }
        if self.eat("@") {
            let name = self.word();
            let macros = self.macros;
            let body = macros
                .get(name)
                .ok_or_else(|| format!("no macro {name:?}"))?;
            let mut inner = Parser {
                rest: body,
                macros,
                depth: self.depth,
            };
            return inner.choice();
        }
        let word = self.word();
        if word.is_empty() {
            return Err(format!("unexpected {:?}", self.rest));
        }
        if let Some(class) = self.rest.strip_prefix("=<") {
            self.rest = class;
            let slot = Slot::named(word).ok_or_else(|| format!("no slot {word:?}"))?;
            return Ok(Pattern::Class(self.until('>')?.to_owned(), Some(slot)));
        }
        Ok(Pattern::Literal(word.to_lowercase()))
    }

    fn closed(&mut self, mark: &str, inner: Pattern) -> Result<Pattern, String> {
        match self.eat(mark) {
            true => Ok(inner),
            false => Err(format!("{mark:?} is missing before {:?}", self.rest)),
        }
    }

    fn eat(&mut self, mark: &str) -> bool {
        let rest = self.rest.trim_start();
        let Some(after) = rest.strip_prefix(mark) else {
            return false;
        };
        self.rest = after;
        true
    }

    fn word(&mut self) -> &'p str {
        let rest = self.rest.trim_start();
        let end = rest
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        let (word, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        self.rest = rest;
        word
    }

    fn until(&mut self, mark: char) -> Result<&'p str, String> {
        let (inner, rest) = self
            .rest
            .split_once(mark)
            .ok_or_else(|| format!("{mark:?} is missing after {:?}", self.rest))?;
        self.rest = rest;
        Ok(inner)
    }
}
