//! Quoted words that are nobody's: nicknames, titles of works, names that are introduced, words
//! that the writer holds at arm's length.

use super::attribute::{Attribution, Evidence};
use super::mark::Pair;
use super::reader::Reader;
use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, TokenKind, fold};

/// Words that introduce a name: "nicknamed “…”", "a song titled “…”", "the term “…”".
const NAMING: [u64; 30] = [
    fold::hash("nicknamed"),
    fold::hash("codenamed"),
    fold::hash("named"),
    fold::hash("renamed"),
    fold::hash("dubbed"),
    fold::hash("titled"),
    fold::hash("entitled"),
    fold::hash("subtitled"),
    fold::hash("headlined"),
    fold::hash("called"),
    fold::hash("so-called"),
    fold::hash("aka"),
    fold::hash("nickname"),
    fold::hash("name"),
    fold::hash("term"),
    fold::hash("word"),
    fold::hash("phrase"),
    fold::hash("hashtag"),
    fold::hash("album"),
    fold::hash("song"),
    fold::hash("single"),
    fold::hash("film"),
    fold::hash("movie"),
    fold::hash("book"),
    fold::hash("novel"),
    fold::hash("memoir"),
    fold::hash("play"),
    fold::hash("poem"),
    fold::hash("documentary"),
    fold::hash("episode"),
];

/// Nouns after a title: "the “Dealer's Den” hall".
const BE: [&str; 7] = ["is", "was", "were", "are", "be", "been", "being"];

/// Whether quoted words are nobody's.
pub(super) fn is_naming(reader: &Reader<'_, '_>, pair: &Pair, attribution: &Attribution) -> bool {
    let inside = pair.inside();
    let document = reader.document;
    let tokens = document.tokens();
    let words = inside.range().take(12).filter(|&token| tokens[token].is_word()).count();

    if is_nickname(reader, pair) {
        return true;
    }
    let last = inside.end as usize - 1;
    let ends = tokens[last].kind() == TokenKind::Stop || document.fold(last) == ",";
    let adjacent = matches!(attribution.evidence, Evidence::CueBefore | Evidence::CueAfter);
    let Some(before) = pair.open.checked_sub(1).filter(|_| !tokens[pair.open].shape().has_break_before()) else {
        return false;
    };
    if words <= 8 && introduces(reader, before) {
        return true;
    }
    if adjacent {
        return false;
    }
    // Every word of weight has a capital: a title, unless it ends as a sentence does.
    let exclaims = ends && !matches!(document.fold(last), "," | ".");
    if words >= 2 && inside.len() <= 12 && !exclaims && is_title_case(reader, pair) {
        let judged = attribution.cue.is_some_and(|cue| cue.end as usize + 4 > pair.open || reader.is(before, "as"));
        return !judged;
    }
    false
}

/// "Ana “La Jefa” Ruiz": inside a name, or between two capitalised words that make one.
fn is_nickname(reader: &Reader<'_, '_>, pair: &Pair) -> bool {
    let tokens = reader.document.tokens();
    let (Some(before), after) = (pair.open.checked_sub(1), pair.close + 1) else { return false };
    if reader
        .mention_at(pair.open)
        .is_some_and(|mention| mention.tokens.contains(pair.close) && (mention.tokens.start as usize) < pair.open)
    {
        return true;
    }
    let capital =
        |token: usize| tokens.get(token).is_some_and(|token| token.is_word() && token.shape().is_capitalised());
    pair.inside().len() <= 4
        && after < tokens.len()
        && capital(before)
        && capital(after)
        && reader.cues[before].is_none()
        && !tokens[after].shape().has_break_before()
        && capital(pair.inside().start as usize)
        && class_of(reader.document.hash(before)).is_none()
        && class_of(reader.document.hash(after)).is_none()
        && (reader.mention_at(before).is_some() || reader.mention_at(after).is_some())
}

/// Whether the words up to `before` introduce a name: "known as", "is called", "the term".
fn introduces(reader: &Reader<'_, '_>, before: usize) -> bool {
    let document = reader.document;
    let at = |back: usize| before.checked_sub(back).map_or("", |token| document.fold(token));
    // "known as the “king of coal”"
    let back = usize::from(matches!(at(0), "a" | "an" | "the"));
    let word = match at(back) {
        "as" => {
            return matches!(at(back + 1), "known" | "identified" | "billed" | "marketed")
                || at(back + 1) == "to"
                    && at(back + 2) == "referred"
                    && (3..6).any(|step| BE.contains(&at(back + step)));
        }
        word => fold::hash(word),
    };
    if !NAMING.contains(&word) {
        return false;
    }
    if word == fold::hash("called") {
        // "Trump called it “…”" is speech; "a process called “…”" and "are called “…”" are not.
        let noun = before.checked_sub(back + 1).is_some_and(|token| {
            document.tokens()[token].kind() == TokenKind::Word
                && reader.entities.at(token).is_none()
                && document.tokens()[token].shape().case() == Case::Lower
                && class_of(document.hash(token)).is_none()
        });
        let article = before.checked_sub(back + 2).is_some_and(|token| {
            class_of(document.hash(token)) == Some(WordClass::Determiner) && at(back + 2) != "the"
        });
        return BE.contains(&at(back + 1)) || noun && article || at(back + 1) == "so" || at(back + 1) == "-";
    }
    back == 0 || !matches!(at(0), "a" | "an")
}

/// Every word but the small ones has a capital.
pub(super) fn is_title_case(reader: &Reader<'_, '_>, pair: &Pair) -> bool {
    let document = reader.document;
    pair.inside().range().all(|token| {
        let word = document.tokens()[token];
        !word.is_word()
            || word.kind() == TokenKind::Clitic
            || word.shape().is_capitalised()
            || matches!(
                class_of(document.hash(token)),
                Some(WordClass::Determiner | WordClass::Preposition | WordClass::Conjunction)
            ) && token > pair.inside().start as usize
    })
}
