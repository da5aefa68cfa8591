//! Offices before a name: "Prime Minister Boris Johnson", "the governor of Ohio, Ann Roe".

use super::piece::Piece;
use super::{Found, Reader};
use crate::lexicon::{WordClass, class_of, noun, plain};
use crate::text::{TokenKind, TokenRange, fold};

/// How many tokens before a name may belong to its office. The longest in our annotated news that
/// is read right has 11: "Republican Senate Majority Leader" to "United States Federal District
/// Judge" stay far below, offices with "of the" do not.
const REACH: usize = 14;

/// Probability that a title right before a name is the person's, by whether the list has the noun.
/// Measured on the annotated news of the training set.
const LISTED: f32 = 0.95;
const BY_ENDING: f32 = 0.85;
/// The same where words of a name lie between: "director of Amnesty International Man-kei Tam".
const FAR: f32 = 0.85;

/// How many tokens a bracket between an office and its name may have: "secretary of the RMT union
/// (National Union of Rail, Maritime and Transport Workers), Mick Cashel".
const LONGEST_BRACKET: usize = 14;

/// How many offices of a list are taken together.
const MOST_LISTED: usize = 4;

const AS: u64 = fold::hash("as");
/// Words that lead from a description to its name.
const NAMED: [u64; 4] = [fold::hash("named"), fold::hash("called"), fold::hash("identified"), fold::hash("dubbed")];

/// What stands between an office and its name.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    /// Where the office ends.
    end: usize,
    /// "the mayor, John Smith"
    has_comma: bool,
    /// "Member of Parliament (MP) Yvette Cooper"
    has_bracket: bool,
}

impl Reader<'_, '_> {
    /// The office that stands before a mention.
    pub(super) fn before(&self, mention: TokenRange, sentence: TokenRange, is_person: bool) -> Option<Found> {
        let first = sentence.start as usize;
        let gap = self.gap_before(mention.start as usize, first, is_person)?;
        let start = self.phrase_before(gap.end, first);
        let last = gap.end.checked_sub(1).filter(|&last| last >= start)?;
        let head = self.head_before_tail(last, start);
        let found = if self.noun(head, is_person).is_some() {
            let near = self.near(start, head, is_person).map(|near| self.with_list(near, first, is_person));
            near.map(|near| Found { tokens: TokenRange::new(near.tokens.start as usize, last + 1), ..near })
        } else {
            self.far(start, gap, is_person)
        }?;
        // "the mayor, John Smith," but not "protests by mayors, John Smith": after a comma only a
        // phrase that something opens is the name's.
        let opens = found.tokens.start as usize;
        let is_opened = opens == first
            || self.opens(opens)
            || matches!(self.piece(opens - 1), Piece::Opener | Piece::Possessive)
            || found.is_plural && matches!(self.document.fold(opens), "two" | "three" | "four" | "five" | "both")
            || found.tokens.range().any(|token| self.piece(token) == Piece::Possessive);
        (!gap.has_comma || is_opened).then_some(found)
    }

    /// The noun that "elect" or "general" follows: "President-elect", "attorney general"; a "retired
    /// general" is one himself.
    fn head_before_tail(&self, last: usize, start: usize) -> usize {
        let steps = 1 + usize::from(last > start && self.piece(last - 1) == Piece::Hyphen);
        let is_tail = self.is_tail(last) && last >= start + steps && noun::is_noun(self.document, last - steps);
        if is_tail { last - steps } else { last }
    }

    /// Whether a token opens a phrase and belongs to it: "his".
    fn opens(&self, token: usize) -> bool {
        class_of(self.document.hash(token)) == Some(WordClass::Possessive)
    }

    /// Steps from a name over what may stand between it and its office: "Dr.", a bracket, a comma,
    /// "identified as", and before the name of a body "the".
    fn gap_before(&self, name: usize, first: usize, is_person: bool) -> Option<Gap> {
        let tokens = self.document.tokens();
        let mut gap = Gap { end: name, ..Gap::default() };
        for _ in 0..5 {
            let before = gap.end.checked_sub(1).filter(|&before| before >= first)?;
            let found = tokens[before];
            let is_word = found.kind() == TokenKind::Word && self.named(before).is_none() && before > first;
            let is_comma = self.document.fold(before) == ",";
            match found.kind() {
                TokenKind::Punctuation if is_comma && !gap.has_comma => {
                    gap.has_comma = true;
                    gap.end = before;
                }
                TokenKind::Close => {
                    let mut inside = (first..before).rev().take(LONGEST_BRACKET);
                    gap.end = inside.find(|&at| tokens[at].kind() == TokenKind::Open)?;
                    gap.has_bracket = true;
                }
                _ if is_word && HONORIFICS.contains(&plain::hash(self.document, before)) => gap.end = before,
                // "the attacker, identified as Sudesh Amman", "a man named Smith"
                _ if is_word && self.is_word(before, &[AS]) && self.is_word(before - 1, &NAMED) => gap.end = before - 1,
                _ if is_word && self.is_word(before, &NAMED) => gap.end = before,
                // "the militant group, the Islamic State"
                _ if is_word
                    && !is_person
                    && self.document.fold(before) == "the"
                    && self.document.fold(before - 1) == "," =>
                {
                    gap.end = before;
                }
                _ => break,
            }
        }
        (gap.end > first).then_some(gap)
    }

    /// Start of the run of words before `end` that can belong to one phrase.
    fn phrase_before(&self, end: usize, first: usize) -> usize {
        let mut start = end;
        while start > first && end - start < REACH {
            let at = start - 1;
            match self.piece(at) {
                // Another person is no part of it, but may own it: "Basilashvili's lawyer".
                Piece::Content if self.is_person(at) && !self.is_owner(at, end) && !self.is_patron(at, end) => break,
                Piece::Content | Piece::Link | Piece::And | Piece::Possessive | Piece::Hyphen => start = at,
                // "secretary of the Treasury": an article inside, but only after a link.
                Piece::Opener if at > first && self.piece(at - 1) == Piece::Link => start = at,
                // "his successor"
                Piece::Opener if self.opens(at) => return at,
                Piece::Opener | Piece::Stop => break,
            }
        }
        start
    }

    /// The office whose head is the word right before the name: back to the last link before it.
    fn near(&self, start: usize, head: usize, is_person: bool) -> Option<Found> {
        let noun = self.noun(head, is_person)?;
        let mut from = head;
        while from > start {
            let at = from - 1;
            match self.piece(at) {
                Piece::Content | Piece::Possessive | Piece::Hyphen => from = at,
                Piece::Opener if self.opens(at) => {
                    from = at;
                    break;
                }
                // "veterinarian and farmer", not "China and president".
                Piece::And if at > start && self.noun(at - 1, is_person).is_some() => from = at,
                Piece::And | Piece::Link | Piece::Opener | Piece::Stop => break,
            }
        }
        while from < head && matches!(self.piece(from), Piece::Possessive | Piece::Hyphen) {
            from += 1;
        }
        Some(Found {
            tokens: TokenRange::new(from, head + 1),
            confidence: if noun.is_listed { LISTED } else { BY_ENDING },
            is_plural: noun.is_plural,
        })
    }

    /// Takes in the rest of a list: "radio personality, television host, and philanthropist".
    fn with_list(&self, mut found: Found, first: usize, is_person: bool) -> Found {
        let mut is_list = false;
        for _ in 0..MOST_LISTED {
            let mut at = found.tokens.start as usize;
            let had = at;
            if at > first && self.piece(at - 1) == Piece::And {
                at -= 1;
                is_list = true;
            }
            if at > first && is_list && self.document.fold(at - 1) == "," {
                at -= 1;
            }
            if at == had || at <= first || self.noun(at - 1, is_person).is_none() {
                break;
            }
            let start = self.phrase_before(at, first);
            let Some(near) = self.near(start, at - 1, is_person) else { break };
            found.tokens.start = near.tokens.start;
        }
        found
    }

    /// The office whose head lies before a link: "governor of Ohio".
    fn far(&self, start: usize, gap: Gap, is_person: bool) -> Option<Found> {
        // The words right before the name have to be a name themselves, or "State" in "of State",
        // unless a comma or bracket ends the office.
        let last = gap.end - 1;
        let is_named = self.named(last).is_some() || self.document.tokens()[last].shape().is_capitalised();
        if !(is_named || gap.has_comma || gap.has_bracket) {
            return None;
        }
        let is_head = |at: usize| self.piece(at) == Piece::Link && self.noun(at - 1, is_person).is_some();
        let head = (start + 1..gap.end).find(|&at| is_head(at))? - 1;
        let near = self.near(start, head, is_person)?;
        Some(Found { tokens: TokenRange::new(near.tokens.start as usize, gap.end), confidence: FAR, ..near })
    }

    /// Whether a name is joined to the one before it: by "and", a comma, or both.
    pub(super) fn is_joined(&self, last: TokenRange, next: TokenRange) -> bool {
        let between = last.end as usize..next.start as usize;
        !between.is_empty()
            && between.len() <= 2
            && between.clone().all(|token| matches!(self.document.fold(token), "and" | ","))
    }
}

/// Titles that go with any office: they stand between it and the name.
const HONORIFICS: [u64; 23] = {
    use fold::hash;
    [
        hash("mr"),
        hash("mrs"),
        hash("ms"),
        hash("miss"),
        hash("mx"),
        hash("dr"),
        hash("sir"),
        hash("dame"),
        hash("lord"),
        hash("mme"),
        hash("mlle"),
        hash("monsieur"),
        hash("madame"),
        hash("herr"),
        hash("frau"),
        hash("senor"),
        hash("senora"),
        hash("sheikh"),
        hash("sheik"),
        hash("rev"),
        hash("reverend"),
        hash("daw"),
        hash("sayyid"),
    ]
};
