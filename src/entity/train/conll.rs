//! `TOKEN<TAB>TAG` files to examples.

use super::Example;
use crate::EntityKind;
use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// Sentences of a document where the file marks none.
const SENTENCES: usize = 30;

/// Reads BIO files: a token, a tab and a tag a line, an empty line after a sentence, `# doc` before
/// a document. A leading "the" and a trailing possessive are left out of names: our annotation does
/// without them, some corpora do not.
///
/// # Errors
/// When a line has no tab or no known tag; the error names file and line.
pub fn read_conll(file: &str, text: &str, weight: f32, whole: bool) -> Result<Vec<Example>, Error> {
    let mut builder = Builder { examples: Vec::new(), sentences: 0, weight, whole, marked: false };
    let mut sentence: Vec<(&str, Option<(bool, EntityKind)>)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("# ") && !line.contains('\t') {
            builder.push(&mut sentence);
            if line.starts_with("# doc") {
                builder.marked = true;
                builder.sentences = 0;
            }
            continue;
        }
        if line.trim().is_empty() {
            builder.push(&mut sentence);
            continue;
        }
        let refuse = |reason: String| ErrorKind::Row { file: file.to_owned(), line: index + 1, reason };
        let (token, tag) = line
            .split_once('\t')
            .ok_or_else(|| refuse(format!("found {line:?} without a tab, wanted a token, a tab and a tag")))?;
        let tag = tag.rsplit('\t').next().unwrap_or(tag);
        sentence.push((
            token,
            tag_of(tag).ok_or_else(|| {
                refuse(format!("found tag {tag:?}, wanted O, or B-, I-, E-, S-, L-, U- with PER, ORG, LOC or MISC"))
            })?,
        ));
    }
    builder.push(&mut sentence);
    Ok(builder.examples)
}

#[allow(clippy::option_option)] // no tag, the tag of no name, and a name's
fn tag_of(tag: &str) -> Option<Option<(bool, EntityKind)>> {
    if tag == "O" {
        return Some(None);
    }
    let (part, kind) = tag.split_once('-')?;
    let kind = match kind {
        "PER" => EntityKind::Person,
        "ORG" => EntityKind::Organisation,
        "LOC" => EntityKind::Place,
        "MISC" => EntityKind::Other,
        _ => return None,
    };
    matches!(part, "B" | "I" | "E" | "S" | "L" | "U").then_some(Some((matches!(part, "B" | "S" | "U"), kind)))
}

struct Builder {
    examples: Vec<Example>,
    /// Sentences in the last example; 0 starts a new one.
    sentences: usize,
    weight: f32,
    whole: bool,
    marked: bool,
}

impl Builder {
    fn push(&mut self, sentence: &mut Vec<(&str, Option<(bool, EntityKind)>)>) {
        if sentence.is_empty() {
            return;
        }
        if self.sentences == 0 || (!self.marked && self.sentences >= SENTENCES) {
            self.sentences = 0;
            self.examples.push(Example {
                text: String::new(),
                blocks: Vec::new(),
                names: Vec::new(),
                weight: self.weight,
                whole: self.whole,
                calibrates: false,
            });
        }
        self.sentences += 1;
        let example = self.examples.last_mut().expect("one was pushed for the first sentence");
        let start = example.text.len();
        let mut open: Option<(usize, usize, EntityKind)> = None;
        let mut quoted = false;
        let mut before = "";
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut names = Vec::new();
        for (index, &(token, tag)) in sentence.iter().enumerate() {
            let mut gap = index > 0 && !closes(token) && !opens(before);
            if token == "\"" {
                gap = index > 0 && !quoted && !opens(before);
                quoted = !quoted;
            } else if before == "\"" && quoted {
                gap = false;
            }
            if gap {
                example.text.push(' ');
            }
            spans.push((example.text.len(), example.text.len() + token.len()));
            example.text.push_str(token);
            before = token;
            match (tag, &mut open) {
                (Some((false, kind)), Some((_, last, same))) if *same == kind => *last = index,
                (tag, _) => {
                    names.extend(open.take());
                    open = tag.map(|(_, kind)| (index, index, kind));
                }
            }
        }
        names.extend(open);
        for (mut first, mut last, kind) in names {
            if first < last && sentence[first].0.eq_ignore_ascii_case("the") {
                first += 1;
            }
            if first < last && matches!(sentence[last].0, "'s" | "’s" | "'" | "’") {
                last -= 1;
            }
            example.names.push((Span::new(spans[first].0, spans[last].1), kind));
        }
        example.blocks.push(Span::new(start, example.text.len()));
        example.text.push('\n');
        sentence.clear();
    }
}

/// Whether no space is written before a token.
fn closes(token: &str) -> bool {
    matches!(
        token,
        "." | "," | ";" | ":" | "!" | "?" | "%" | ")" | "]" | "}" | "…" | "'" | "’" | "”" | "''" | "n't" | "n’t"
    ) || matches!(token.trim_start_matches(['\'', '’']), "s" | "re" | "ve" | "ll" | "d" | "m" if token.starts_with(['\'', '’']))
}

/// Whether no space is written after a token.
fn opens(token: &str) -> bool {
    matches!(token, "(" | "[" | "{" | "$" | "£" | "€" | "#" | "“" | "‘" | "``")
}
