//! Document memory: names that the tagger missed in one place and found in another.
use super::form::Forms;
use crate::detail::Detail;
use crate::entity::{EntityKind, Mention};
use crate::lexicon::name::{self, Person, Word, part_of};
use crate::lexicon::{ByKey, Keys, class_of, noun, plain};
use crate::text::{Case, Document, Excerpt, TokenKind, TokenRange};

/// A name has to be this sure somewhere to be looked for elsewhere.
const SURE: f32 = 0.6;
/// Certainty of a name of several words that is found again, beside that of the name itself.
const WHOLE: f32 = 0.95;
/// The same of a single word: a surname, an acronym, a city.
const SINGLE: f32 = 0.8;
/// How many tokens of the text a name may cover to be found again.
const MOST_PROBES: usize = 8;

/// What is looked for: a kind, and how sure it is.
#[derive(Debug, Clone, Copy)]
struct Known {
    kind: EntityKind,
    confidence: f32,
    /// Whether its first word is written in capitals: "MAD" is not looked for in "Mad".
    is_upper: bool,
}

/// Finds the names of `mentions` again where no mention stands, and adds them in their places.
///
/// Only words with a capital are looked at, and single words not at the start of a sentence, nor
/// beside another capital, where they may be part of another name.
///
/// # Complexity
/// One probe for each capitalised token outside mentions, eight where a known name may begin.
pub(super) fn recall<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>, forms: &Forms, detail: Detail) {
    let (starts, known) = names_of(document, forms);
    if known.is_empty() {
        return;
    }
    let found = mentions.len();
    let mut words: Vec<Word> = Vec::new();
    let mut next = 0;
    for sentence in document.sentences() {
        let end = sentence.tokens().end as usize;
        let mut at = sentence.tokens().start as usize;
        while at < end {
            while next < found && (mentions[next].tokens.end as usize) <= at {
                next += 1;
            }
            let (mut free_until, mut resume) = (end, None);
            if next < found {
                let taken = mentions[next].tokens;
                if taken.contains(at) {
                    resume = Some(taken.end as usize);
                } else {
                    free_until = free_until.min(taken.start as usize);
                }
            }
            if let Some(resume) = resume {
                at = resume;
                continue;
            }
            let hit = if document.tokens()[at].shape().is_capitalised() && starts.contains(&plain::hash(document, at)) {
                let probe = TokenRange::new(at, free_until.min(at + MOST_PROBES));
                longest(document, probe, &known, &mut words)
            } else {
                None
            };
            let Some((tokens, hit, is_single)) = hit else {
                at += 1;
                continue;
            };
            let is_upper = document.tokens()[at].shape().case() == Case::Upper;
            if !is_single || is_upper == hit.is_upper && stands_alone(document, at, sentence.tokens()) {
                let certainty = if is_single { SINGLE } else { WHOLE };
                mentions.push(Mention {
                    words: Excerpt::new(document.text(), document.range_span(tokens)),
                    tokens,
                    kind: hit.kind,
                    confidence: hit.confidence * certainty,
                    known: None,
                    why: if detail == Detail::Full {
                        vec!["named elsewhere in the article".into()]
                    } else {
                        Vec::new()
                    },
                });
            }
            at = tokens.end as usize;
        }
    }
    if mentions.len() > found {
        mentions.sort_by_key(|mention| mention.tokens.start);
    }
}

/// The names to look for by key, and the hashes of their first words.
fn names_of(document: &Document<'_>, forms: &Forms) -> (Keys, ByKey<Known>) {
    let (mut starts, mut known) = (Keys::default(), ByKey::default());
    for (index, form) in forms.list.iter().enumerate() {
        if form.confidence < SURE || form.known.is_some() {
            continue;
        }
        let words = forms.words(index);
        let Some(first) = words.first() else { continue };
        let found = Known { kind: form.kind(), confidence: form.confidence, is_upper: first.is_upper };
        // "Government", "Senator" and other common nouns come with a capital that names nothing.
        let is_common =
            words.len() == 1 && (part_of(first.hash).is_some() || noun::is_noun(document, first.token as usize));
        if first.is_capitalised && !first.is_number && !first.is_initial && !is_common {
            starts.insert(first.hash);
            known.insert(form.key, found);
        }
        let person = Person::new(words);
        if found.kind == EntityKind::Person && person.len() >= 2 {
            // The surname alone, with and without its particles, which is how it comes again.
            let family = if person.is_family_first { &words[..1] } else { &words[person.family..person.end] };
            for start in 0..family.len() {
                let rest = &family[start..];
                if rest[0].is_capitalised && (start == 0 || !family[start - 1].is_content()) {
                    starts.insert(rest[0].hash);
                    let is_upper = rest[0].is_upper;
                    known.entry(name::key_of(rest)).or_insert(Known { is_upper, ..found });
                }
            }
        }
    }
    (starts, known)
}

/// The longest known name at the start of a run of tokens, and whether it is one word.
fn longest(
    document: &Document<'_>,
    tokens: TokenRange,
    known: &ByKey<Known>,
    words: &mut Vec<Word>,
) -> Option<(TokenRange, Known, bool)> {
    words.clear();
    name::read(document, tokens, words);
    let (mut key, mut best) = (name::EMPTY, None);
    for (index, word) in words.iter().enumerate() {
        key = name::join(key, word.hash);
        if let Some(&found) = known.get(&key) {
            // "US" for "United States" ends at the second of its tokens.
            let end = words.get(index + 1).map_or(tokens.end, |next| next.token);
            let end = last_word(document, word.token as usize, end as usize);
            best = Some((TokenRange::new(tokens.start as usize, end), found, index == 0));
        }
    }
    best
}

/// The end of the run of words from `token` on, before punctuation and what follows.
fn last_word(document: &Document<'_>, token: usize, end: usize) -> usize {
    let states = token + 1 < end && matches!(document.fold(token), "united");
    if states { token + 2 } else { token + 1 }
}

/// Whether a single word is a name by itself: not the first word of its sentence, which has its
/// capital from there, and not beside another word with a capital.
fn stands_alone(document: &Document<'_>, token: usize, sentence: TokenRange) -> bool {
    let is_capital = |index: usize| {
        let found = document.tokens()[index];
        found.kind() == TokenKind::Word && matches!(found.shape().case(), Case::Capitalised | Case::Upper | Case::Mixed)
    };
    // "Later Quent left": a word of grammar at the start of the sentence is no name beside it.
    let is_grammar = |index: usize| index == sentence.start as usize && class_of(document.hash(index)).is_some();
    let before = token.checked_sub(1).filter(|&before| sentence.contains(before));
    let after = Some(token + 1).filter(|&after| sentence.contains(after));
    before.is_some_and(|before| {
        document.tokens()[before].kind() != TokenKind::Quote && (!is_capital(before) || is_grammar(before))
    }) && !after.is_some_and(is_capital)
}
