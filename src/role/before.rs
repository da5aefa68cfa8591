//! Offices before a name: "Prime Minister Boris Johnson", "the governor of Ohio, Mike DeWine".

use super::noun::Piece;
use super::{Found, Reader};
use crate::alias::name::{Part, part_of};
use crate::alias::plain;
use crate::text::{TokenKind, TokenRange};

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

impl Reader<'_, '_> {
    /// The office that stands before a mention.
    pub(super) fn before(&self, mention: TokenRange, sentence: TokenRange, is_person: bool) -> Option<Found> {
        let first = sentence.start as usize;
        let (end, has_comma) = self.skip_between(mention.start as usize, first)?;
        let start = self.phrase_before(end, first);
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let found = if self.noun(last, is_person).is_some() {
            self.near(start, last, is_person)
        } else {
            self.far(start, end, is_person)
        }?;
        // "the mayor, John Smith," but not "the mayor of Leeds met the mayor, John Smith": after a
        // comma only a phrase that something opens is the name's.
        let opens = found.tokens.start as usize;
        let is_opened =
            opens == first || self.piece(opens - 1) == Piece::Opener || self.piece(opens - 1) == Piece::Possessive;
        (!has_comma || is_opened).then_some(found)
    }

    /// Steps from a name over what may stand between it and its office: "Dr.", a bracket, a comma.
    /// Gives the end of the office and whether a comma was stepped over.
    fn skip_between(&self, name: usize, first: usize) -> Option<(usize, bool)> {
        let tokens = self.document.tokens();
        let (mut end, mut has_comma) = (name, false);
        for _ in 0..3 {
            let before = end.checked_sub(1).filter(|&before| before >= first)?;
            let found = tokens[before];
            let is_honorific = found.kind() == TokenKind::Word
                && self.named(before).is_none()
                && before > first
                && HONORIFICS.contains(&plain::hash(self.document, before));
            match found.kind() {
                TokenKind::Punctuation if self.document.fold(before) == "," && !has_comma => {
                    has_comma = true;
                    end = before;
                }
                TokenKind::Close => {
                    // "Member of Parliament (MP) Yvette Cooper"
                    let open = (first..before).rev().take(4).find(|&at| tokens[at].kind() == TokenKind::Open)?;
                    end = open;
                }
                _ if is_honorific => end = before,
                _ => break,
            }
        }
        (end > first).then_some((end, has_comma))
    }

    /// Start of the run of words before `end` that can belong to one phrase.
    fn phrase_before(&self, end: usize, first: usize) -> usize {
        let mut start = end;
        while start > first && end - start < REACH {
            let at = start - 1;
            match self.piece(at) {
                // Another person is no part of it, but may own it: "Basilashvili's lawyer".
                Piece::Content if self.is_person(at) && !self.is_possessive(start) => break,
                Piece::Content | Piece::Link | Piece::And | Piece::Possessive | Piece::Hyphen => start = at,
                // "secretary of the Treasury": an article inside, but only after a link.
                Piece::Opener if at > first && self.piece(at - 1) == Piece::Link => start = at,
                Piece::Opener | Piece::Stop => break,
            }
        }
        start
    }

    fn is_possessive(&self, token: usize) -> bool {
        token < self.document.tokens().len() && self.piece(token) == Piece::Possessive
    }

    /// The office whose head is the word right before the name: back to the last link before it.
    fn near(&self, start: usize, head: usize, is_person: bool) -> Option<Found> {
        let mut from = head;
        while from > start {
            let at = from - 1;
            match self.piece(at) {
                Piece::Content | Piece::Possessive | Piece::Hyphen => from = at,
                // "veterinarian and farmer", not "China and president".
                Piece::And if at > start && self.noun(at - 1, is_person).is_some() => from = at,
                Piece::And | Piece::Link | Piece::Opener | Piece::Stop => break,
            }
        }
        while from < head && matches!(self.piece(from), Piece::Possessive | Piece::Hyphen) {
            from += 1;
        }
        let noun = self.noun(head, is_person)?;
        // "the attack on President X": what comes before a link is another phrase.
        Some(Found {
            tokens: TokenRange::new(from, head + 1),
            confidence: if noun.is_listed { LISTED } else { BY_ENDING },
            is_plural: noun.is_plural,
        })
    }

    /// The office whose head lies before a link: "governor of Ohio".
    fn far(&self, start: usize, end: usize, is_person: bool) -> Option<Found> {
        // The words right before the name have to be a name themselves, or "State" in "of State".
        if self.named(end - 1).is_none() && !self.document.tokens()[end - 1].shape().is_capitalised() {
            return None;
        }
        let mut link = None;
        for at in start..end {
            if self.piece(at) == Piece::Link && at > start && self.noun(at - 1, is_person).is_some() {
                link = Some(at);
                break;
            }
        }
        let head = link? - 1;
        let near = self.near(start, head, is_person)?;
        Some(Found { tokens: TokenRange::new(near.tokens.start as usize, end), confidence: FAR, ..near })
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
const HONORIFICS: [u64; 9] = {
    use crate::text::fold::hash;
    [
        hash("mr"),
        hash("mrs"),
        hash("ms"),
        hash("miss"),
        hash("dr"),
        hash("sir"),
        hash("dame"),
        hash("lord"),
        hash("sayyid"),
    ]
};

/// Whether a word is a title, which is an office of its own only where it is more than "Mr".
#[cfg(test)]
fn is_title(folded: &str) -> bool {
    matches!(part_of(crate::text::fold::hash(folded)), Some(Part::Mister | Part::Madam | Part::Title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honorifics_are_titles() {
        assert!(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "sayyid"].iter().all(|title| is_title(title)));
    }
}
