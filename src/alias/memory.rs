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

/// Finds the names of `mentions` again where no mention stands, or where only a part of one does, and
/// sets them in their places: "Chirac" after "Jacques" is the "Jacques Chirac" of elsewhere. Whether
/// any was set.
///
/// Only words with a capital are looked at, and single words not at the start of a sentence, nor
/// beside another capital, where they may be part of another name.
///
/// # Complexity
/// One probe for each capitalised token, eight where a known name may begin.
pub(super) fn recall<'t>(
    document: &Document<'t>,
    mentions: &mut Vec<Mention<'t>>,
    forms: &Forms,
    detail: Detail,
) -> bool {
    let (starts, known) = names_of(document, forms);
    if known.is_empty() {
        return false;
    }
    let mut recalled: Vec<Mention<'t>> = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    let mut next = 0;
    for sentence in document.sentences() {
        let end = sentence.tokens().end as usize;
        let mut at = sentence.tokens().start as usize;
        while at < end {
            while mentions.get(next).is_some_and(|mention| (mention.tokens.end as usize) <= at) {
                next += 1;
            }
            // What the probe may not cut through: the mention that holds the token or follows it.
            let taken = mentions.get(next).map(|mention| mention.tokens);
            let after = taken.filter(|taken| taken.start as usize <= at).map_or(at + 1, |taken| taken.end as usize);
            let is_inside = taken.is_some_and(|taken| (taken.start as usize) < at);
            let hit = if !is_inside
                && document.tokens()[at].shape().is_capitalised()
                && starts.contains(&plain::hash(document, at))
            {
                longest(document, TokenRange::new(at, end.min(at + MOST_PROBES)), &known, &mut words)
            } else {
                None
            };
            let Some((tokens, hit, is_single)) = hit else {
                at = after;
                continue;
            };
            let overlapped = mentions[next..].iter().take_while(|mention| mention.tokens.start < tokens.end).count();
            let is_upper = document.tokens()[at].shape().case() == Case::Upper;
            let is_new = if overlapped > 0 {
                !is_single && completes(document, tokens, &mentions[next..next + overlapped])
            } else {
                !is_single || is_upper == hit.is_upper && stands_alone(document, at, sentence.tokens())
            };
            if !is_new {
                at = if overlapped > 0 { after } else { tokens.end as usize };
                continue;
            }
            let certainty = if is_single { SINGLE } else { WHOLE };
            recalled.push(Mention {
                words: Excerpt::new(document.text(), document.range_span(tokens)),
                tokens,
                kind: hit.kind,
                confidence: hit.confidence * certainty,
                known: None,
                why: if detail == Detail::Full { vec!["named elsewhere in the article".into()] } else { Vec::new() },
            });
            at = tokens.end as usize;
        }
    }
    if recalled.is_empty() {
        return false;
    }
    // The parts of names that were found whole go.
    let mut whole = recalled.iter().map(|mention| mention.tokens).peekable();
    mentions.retain(|mention| {
        while whole.next_if(|whole| whole.end <= mention.tokens.start).is_some() {}
        whole.peek().is_none_or(|whole| mention.tokens.start < whole.start)
    });
    mentions.append(&mut recalled);
    mentions.sort_by_key(|mention| mention.tokens.start);
    true
}

/// Whether a name found again takes in whole the mentions it overlaps, and more than they hold. Its
/// last word has to have a capital as theirs do. Where mentions fill it, the tagger saw two names
/// there: "U.S." and "Constitution Party".
fn completes(document: &Document<'_>, name: TokenRange, parts: &[Mention<'_>]) -> bool {
    let last = name.range().end - 1;
    // "Won-soon"
    let last = if last > name.range().start + 1 && document.tokens()[last - 1].kind() == TokenKind::Dash {
        last - 2
    } else {
        last
    };
    let filled: usize = parts.iter().map(|part| part.tokens.len()).sum();
    document.tokens()[last].shape().is_capitalised()
        && filled < name.len()
        && parts
            .iter()
            .all(|part| part.known.is_none() && name.start <= part.tokens.start && part.tokens.end <= name.end)
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
    // A name goes over no bracket and no comma: "UN) General Assembly" is two.
    let breaks = |token: &usize| {
        let token = document.tokens()[*token];
        !(token.is_word()
            || matches!(token.kind(), TokenKind::Number | TokenKind::Dash | TokenKind::Symbol | TokenKind::Handle))
    };
    let end = tokens.range().find(breaks).unwrap_or(tokens.range().end);
    let tokens = TokenRange::new(tokens.range().start, end);
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
