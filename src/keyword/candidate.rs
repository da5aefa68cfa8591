//! Candidates: the phrases that may become keywords.
//!
//! A candidate is one to four words of a run of nouns and adjectives that ends in a noun, or a
//! name with all its words. Runs end at closed-class words, verbs, punctuation and figures. A name
//! may open a run, so that "Iraqi troops" and "Arce government" are phrases beside the names in them.

use once_cell::sync::Lazy;

use super::background::{Background, Part, Word};
use super::stem::Stems;
use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::entity::EntityId;
use crate::lexicon::{WordMap, class_of};
use crate::text::{Case, Document, TokenKind, TokenRange, fold};

/// Phrases of more words are no tags: of the phrases that our annotators gave, one in a hundred
/// has five.
pub(super) const MAX_WORDS: usize = 4;

/// Names of more words stand for themselves: no editor tags "Organisation of American States
/// observers".
const MAX_NAME: usize = 2;

/// Keeps the keys of names apart from those of words.
const NAME_KEY: u64 = 0xe17_17e5;

/// What a token is to a candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    /// A word of a phrase.
    Word { part: Part, rarity: f32, stem: u64 },
    /// A hyphen inside a compound: belongs to a phrase, and is no word.
    Glue,
    /// Part of a name: of which entity, and its mention's end.
    Name { id: EntityId, end: u32 },
    /// The end of a run.
    Break,
}

/// A place where a candidate stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The same for phrases of the same stems, and for mentions of the same entity.
    pub(super) key: u64,
    pub(super) tokens: TokenRange,
    pub(super) words: u8,
    pub(super) entity: Option<EntityId>,
    /// Mean rarity of its words, 0 to 1.
    pub(super) rarity: f32,
    /// Whether it fills its run: it is not cut out of a longer phrase.
    pub(super) whole: bool,
    pub(super) sentence: u32,
}

/// All occurrences of all candidates in the story, in no particular order.
pub(super) fn find(
    article: &Article<'_>,
    document: &Document<'_>,
    entities: &Entities<'_>,
    stems: &mut Stems,
) -> Vec<Occurrence> {
    let names = name_ends(document, entities);
    let mut found = Vec::new();
    let mut run = Vec::new();
    for (index, sentence) in document.sentences().iter().enumerate() {
        let kind = article.blocks().get(sentence.block()).map_or(BlockKind::Body, |block| block.kind());
        if !kind.is_story() {
            continue;
        }
        let mut at = sentence.tokens().start as usize;
        let end = sentence.tokens().end as usize;
        while at < end {
            match piece(document, entities, &names, stems, at) {
                Piece::Name { id, end: name_end } => {
                    flush(&mut found, &mut run, index as u32);
                    let tokens = TokenRange::new(at, name_end as usize);
                    found.push(name(document, tokens, id, index as u32));
                    if tokens.len() <= MAX_NAME {
                        let stem = fold::mix(u64::from(id.0) ^ NAME_KEY);
                        run.push(RunWord { token: at as u32, part: Part::Adjective, rarity: 1.0, stem, is_name: true });
                    }
                    at = name_end as usize;
                }
                Piece::Break => {
                    flush(&mut found, &mut run, index as u32);
                    at += 1;
                }
                Piece::Glue => at += 1,
                Piece::Word { part, rarity, stem } => {
                    run.push(RunWord { token: at as u32, part, rarity, stem, is_name: false });
                    at += 1;
                }
            }
        }
        flush(&mut found, &mut run, index as u32);
    }
    found
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

#[derive(Debug, Clone, Copy)]
struct RunWord {
    token: u32,
    part: Part,
    rarity: f32,
    stem: u64,
    is_name: bool,
}

fn name(document: &Document<'_>, tokens: TokenRange, id: EntityId, sentence: u32) -> Occurrence {
    let words = tokens.range().filter(|&at| document.tokens()[at].is_word()).count();
    Occurrence {
        key: fold::mix(u64::from(id.0) ^ NAME_KEY),
        tokens,
        words: words.min(255) as u8,
        entity: Some(id),
        rarity: 1.0,
        whole: true,
        sentence,
    }
}

fn piece(document: &Document<'_>, entities: &Entities<'_>, names: &[u32], stems: &mut Stems, at: usize) -> Piece {
    if let (end @ 1.., Some(id)) = (names[at], entities.at(at)) {
        return Piece::Name { id, end };
    }
    let token = document.tokens()[at];
    match token.kind() {
        TokenKind::Word | TokenKind::Mixed => {}
        // "state-run television" is one phrase, "talks - he said" is two.
        TokenKind::Dash if !token.shape().has_space_before() && document.token_text(at) == "-" => return Piece::Glue,
        _ => return Piece::Break,
    }
    let hash = document.hash(at);
    if class_of(hash).is_some() || document.fold(at).chars().nth(1).is_none() || NO_TOPICS.contains(hash) {
        return Piece::Break;
    }
    let word = Background::embedded().get(hash).unwrap_or_else(|| unknown(document.fold(at), token.shape().case()));
    // "the coast guard tried": the background takes words that are often participles for nouns. As an
    // adjective it may stand inside ("the armed forces"), and falls off the end.
    let is_participle = token.shape().case() == Case::Lower && is_participle(document.fold(at));
    let part = if is_participle && word.part == Part::Noun { Part::Adjective } else { word.part };
    match part {
        Part::Verb | Part::Other => Piece::Break,
        part @ (Part::Noun | Part::Adjective) => {
            Piece::Word { part, rarity: word.rarity, stem: stems.of(document, at) }
        }
    }
}

/// Words that break a run whatever the background says: days and months, which are times, and past
/// forms without -ed that news uses in every other sentence ("troops met snipers").
static NO_TOPICS: Lazy<WordMap<()>> = Lazy::new(|| {
    let words = "monday tuesday wednesday thursday friday saturday sunday january february april june july august \
        september october november december met took made left found held told came went saw got gave lost won fell \
        rose kept ran sent spent brought bought caught taught thought sought built dealt felt heard knew grew drew \
        threw broke spoke chose wrote drove rode struck stood sat sank sold paid said says makes takes became began";
    WordMap::new(words.split_whitespace().map(|word| (word, ())))
});

fn is_participle(word: &str) -> bool {
    const NOUNS: [&str; 12] =
        ["bed", "seed", "feed", "need", "speed", "deed", "weed", "breed", "greed", "shed", "sled", "creed"];
    word.len() > 4 && word.ends_with("ed") && !NOUNS.contains(&word)
}

/// A word that the background has not: its ending tells what it may be.
fn unknown(word: &str, case: Case) -> Word {
    const ADJECTIVES: [&str; 9] = ["able", "ible", "ous", "ful", "less", "ish", "ive", "ary", "esque"];
    let part = if case != Case::Lower {
        Part::Noun
    } else if word.ends_with("ly") {
        Part::Other
    } else if word.ends_with("ed") || word.ends_with("ize") || word.ends_with("ise") {
        Part::Verb
    } else if ADJECTIVES.iter().any(|ending| word.ends_with(ending)) {
        Part::Adjective
    } else {
        Part::Noun
    };
    Word { rarity: 1.0, part }
}

/// Turns a run of words into the candidates that lie in it, and empties it.
fn flush(found: &mut Vec<Occurrence>, run: &mut Vec<RunWord>, sentence: u32) {
    // "the new government" counts as "government" alone: an adjective at the end is none of it.
    while run.last().is_some_and(|word| word.part == Part::Adjective) {
        run.pop();
    }
    for start in 0..run.len() {
        let (mut key, mut rarity) = (0, 0.0);
        for (index, word) in run[start..].iter().take(MAX_WORDS).enumerate() {
            key = fold::mix(key ^ word.stem).rotate_left(7);
            rarity += word.rarity;
            if word.part != Part::Noun {
                continue;
            }
            let words = index + 1;
            found.push(Occurrence {
                key,
                tokens: TokenRange::new(run[start].token as usize, word.token as usize + 1),
                words: words as u8,
                entity: None,
                rarity: rarity / words as f32,
                // "troops" behind "Iraqi" fills its run as well as "Iraqi troops" does.
                whole: words + start == run.len() && (start == 0 || start == 1 && run[0].is_name),
                sentence,
            });
        }
    }
    run.clear();
}
