//! Candidates: the phrases that may become keywords.
//!
//! A candidate is a whole noun phrase of at most four words, nouns with the adjectives and
//! participles before them, or a name with all its words. A name may stand in a phrase: "Iraqi
//! troops" and "Arce government" are candidates beside the names in them. No part of a phrase is
//! one: "border" is a candidate only where it stands without "northern" before it.

use super::part::Part;
use super::stem::Stems;
use super::tag::Parting;
use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::entity::EntityId;
use crate::figure::Figure;
use crate::text::{Document, Span, TokenRange, fold};
use crate::time::TimeExpression;

/// Phrases of more words are no tags: of the phrases that our annotators gave, one in a hundred
/// has five.
pub(super) const MAX_WORDS: usize = 4;

/// Keeps the keys of names apart from those of phrases.
const NAME_KEY: u64 = 0xe17_17e5;

/// A place where a candidate stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The same for phrases of the same stems, and for mentions of the same entity.
    pub(super) key: u64,
    pub(super) tokens: TokenRange,
    pub(super) words: u8,
    pub(super) what: What,
    /// Mean rarity of its words in news, 0 to 1.
    pub(super) rarity: f32,
    /// How many sentences of the story stand before it.
    pub(super) sentence: u32,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Name(EntityId),
    Phrase {
        begins_with: Part,
        /// Where a name stands in it.
        name: NameIn,
    },
}

/// Where in a phrase a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameIn {
    Nowhere,
    /// "Iraqi troops"
    Front,
    /// "Prime Minister Odell": mostly a title with its name, which is a candidate itself.
    End,
}

/// A piece of the phrase that is being read: a word, a hyphen, or a name of several words.
#[derive(Debug, Clone, Copy)]
struct Piece {
    tokens: TokenRange,
    part: Part,
    is_name: bool,
    /// How many words, and the sum of their rarities.
    words: usize,
    rarity: f32,
}

/// The spans of figures or times, passed over in the order of the text.
struct Taken<I: Iterator<Item = Span>> {
    spans: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = Span>> Taken<I> {
    fn new(spans: I) -> Self {
        Self { spans: spans.peekable() }
    }

    /// Whether a token that starts at byte `start` is in one. Asked with growing starts.
    fn holds(&mut self, start: usize) -> bool {
        while self.spans.next_if(|span| span.end() <= start).is_some() {}
        self.spans.peek().is_some_and(|span| span.start() <= start)
    }
}

/// All occurrences of all candidates in the story, in no particular order; counts its content
/// words on the way.
pub(super) fn find(
    article: &Article<'_>,
    document: &Document<'_>,
    entities: &Entities<'_>,
    figures: &[Figure<'_>],
    times: &[TimeExpression<'_>],
    stems: &mut Stems,
) -> Vec<Occurrence> {
    let mut figures = Taken::new(figures.iter().map(|figure| figure.words.span()));
    let mut times = Taken::new(times.iter().map(|time| time.words.span()));
    let names = name_ends(document, entities);
    let mut parting = Parting::default();
    let mut reader = Reader { found: Vec::new(), run: Vec::new(), sentence: 0 };
    for sentence in document.sentences() {
        let kind = article.blocks().get(sentence.block()).map_or(BlockKind::Body, |block| block.kind());
        if !kind.is_story() {
            continue;
        }
        parting.tag(document, sentence.tokens());
        let range = sentence.tokens().range();
        let mut at = range.start;
        while at < range.end {
            let rarity = |at: usize| parting.rarities()[at - range.start];
            if let (end @ 1.., Some(id)) = (names[at] as usize, entities.at(at)) {
                let words = (at..end).filter(|&at| document.tokens()[at].is_word());
                let (words, sum) = words.fold((0, 0.0), |(words, sum), at| {
                    stems.count(document, at);
                    (words + 1, sum + if at < range.end { rarity(at) } else { 0.0 })
                });
                let piece =
                    Piece { tokens: TokenRange::new(at, end), part: Part::Name, is_name: true, words, rarity: sum };
                reader.name(piece, id);
                at = end;
                continue;
            }
            let start = document.tokens()[at].span().start();
            let is_taken = figures.holds(start) | times.holds(start);
            let part = if is_taken { Part::Number } else { parting.parts()[at - range.start] };
            match part {
                Part::Noun | Part::Name | Part::Adjective | Part::Participle if is_topic(document, at) => {
                    // A participle may open a phrase, and says less than what it stands by.
                    if part != Part::Participle {
                        stems.count(document, at);
                    }
                    let tokens = TokenRange::new(at, at + 1);
                    reader.word(document, stems, Piece { tokens, part, is_name: false, words: 1, rarity: rarity(at) });
                }
                // "state-run television" is one phrase, "talks - he said" is two.
                Part::Hyphen if !reader.run.is_empty() && !document.tokens()[at].shape().has_space_before() => {
                    let tokens = TokenRange::new(at, at + 1);
                    reader.run.push(Piece { tokens, part, is_name: false, words: 0, rarity: 0.0 });
                }
                _ => reader.flush(document, stems),
            }
            at += 1;
        }
        reader.flush(document, stems);
        reader.sentence += 1;
    }
    reader.found
}

/// Initials and other single letters are tagged as nouns, and are none.
fn is_topic(document: &Document<'_>, at: usize) -> bool {
    document.tokens()[at].is_word() && document.fold(at).chars().nth(1).is_some()
}

/// For each token that begins a mention, where the mention ends; 0 elsewhere.
fn name_ends(document: &Document<'_>, entities: &Entities<'_>) -> Vec<u32> {
    let mut ends = vec![0; document.tokens().len()];
    for entity in entities.list() {
        for mention in &entity.mentions {
            ends[mention.tokens.start as usize] = mention.tokens.end;
        }
    }
    ends
}

/// Collects the pieces of a phrase until something ends it.
struct Reader {
    found: Vec<Occurrence>,
    run: Vec<Piece>,
    sentence: u32,
}

impl Reader {
    fn name(&mut self, piece: Piece, id: EntityId) {
        self.run.push(piece);
        self.found.push(Occurrence {
            key: fold::mix(u64::from(id.0) ^ NAME_KEY),
            tokens: piece.tokens,
            words: piece.words.min(255) as u8,
            what: What::Name(id),
            rarity: piece.rarity / piece.words.max(1) as f32,
            sentence: self.sentence,
        });
    }

    fn word(&mut self, document: &Document<'_>, stems: &mut Stems, piece: Piece) {
        // "made mortgages dearer", "found the man guilty": an adjective behind a noun is of no phrase
        // with it. Behind a name it is: "Iraqi economic policy".
        let is_noun = |piece: &Piece| matches!(piece.part, Part::Noun | Part::Name) && !piece.is_name;
        if piece.part != Part::Noun && piece.part != Part::Name && self.run.last().is_some_and(is_noun) {
            self.flush(document, stems);
        }
        self.run.push(piece);
    }

    /// Ends the phrase that is being read.
    fn flush(&mut self, document: &Document<'_>, stems: &mut Stems) {
        while self.run.last().is_some_and(|piece| !matches!(piece.part, Part::Noun | Part::Name)) {
            self.run.pop();
        }
        if let [first, .., last] | [first @ last] = self.run.as_slice() {
            let words: usize = self.run.iter().map(|piece| piece.words).sum();
            let is_name = self.run.len() == 1 && first.is_name;
            if !is_name && (1..=MAX_WORDS).contains(&words) {
                let name = match () {
                    () if last.is_name => NameIn::End,
                    () if self.run.iter().any(|piece| piece.is_name) => NameIn::Front,
                    () => NameIn::Nowhere,
                };
                let tokens = TokenRange::new(first.tokens.start as usize, last.tokens.end as usize);
                let key = tokens
                    .range()
                    .filter(|&at| document.tokens()[at].is_word())
                    .fold(0, |key, at| fold::mix(key ^ u64::from(stems.of(document, at))).rotate_left(7));
                self.found.push(Occurrence {
                    key,
                    tokens,
                    words: words as u8,
                    what: What::Phrase { begins_with: first.part, name },
                    rarity: self.run.iter().map(|piece| piece.rarity).sum::<f32>() / words as f32,
                    sentence: self.sentence,
                });
            }
        }
        self.run.clear();
    }
}
