//! Offices after a name: "Carrie Lam, the chief executive of Hong Kong", "Chirac was mayor of Paris".

use super::noun::Piece;
use super::{Found, Reader};
use crate::text::{TokenKind, TokenRange, fold};

/// How many tokens an office after a name may have: eight words, and signs between them.
const REACH: usize = 10;
/// An office that runs on is cut at its last link after so many words.
const LONGEST: usize = 8;
/// How far after a name "was", "became" or "as" is looked for.
const FAR: usize = 7;

/// Probabilities, measured on the annotated news of the training set: an apposition that is opened
/// by an article or a possessive, one that is not, and an office that a verb states.
const OPENED: f32 = 0.93;
const BARE: f32 = 0.85;
const STATED: f32 = 0.88;
/// Less for a noun that is in no list.
const BY_ENDING: f32 = 0.85;

const IS: [u64; 10] = {
    use fold::hash;
    [
        hash("is"),
        hash("was"),
        hash("are"),
        hash("were"),
        hash("became"),
        hash("becomes"),
        hash("become"),
        hash("remains"),
        hash("remained"),
        hash("been"),
    ]
};
const WHO: [u64; 2] = [fold::hash("who"), fold::hash("which")];
const HAVE: [u64; 5] =
    [fold::hash("has"), fold::hash("had"), fold::hash("have"), fold::hash("will"), fold::hash("also")];
const AS: u64 = fold::hash("as");
const MADE: [u64; 6] = {
    use fold::hash;
    [hash("elected"), hash("named"), hash("appointed"), hash("chosen"), hash("crowned"), hash("declared")]
};
const SERVED: [u64; 12] = {
    use fold::hash;
    [
        hash("served"),
        hash("serves"),
        hash("serving"),
        hash("worked"),
        hash("works"),
        hash("elected"),
        hash("appointed"),
        hash("named"),
        hash("resigned"),
        hash("in"),
        hash("acted"),
        hash("inaugurated"),
    ]
};
const NOW: [u64; 8] = {
    use fold::hash;
    [
        hash("then"),
        hash("now"),
        hash("formerly"),
        hash("currently"),
        hash("once"),
        hash("previously"),
        hash("also"),
        hash("later"),
    ]
};

impl Reader<'_, '_> {
    /// The offices that stand after a mention: at most one in apposition and one stated by a verb.
    pub(super) fn after(
        &self,
        mention: TokenRange,
        sentence: TokenRange,
        is_person: bool,
    ) -> impl Iterator<Item = Found> + use<> {
        let end = sentence.end as usize;
        let next = self.skip_bracket(mention.end as usize, end);
        let found = if next >= end {
            None
        } else if self.document.fold(next) == "," {
            self.apposition(next + 1, end, is_person)
        } else {
            self.stated(next, end, is_person)
        };
        found.into_iter()
    }

    /// Steps over a bracket after a name: its party, its acronym.
    fn skip_bracket(&self, at: usize, end: usize) -> usize {
        let tokens = self.document.tokens();
        if at < end && tokens[at].kind() == TokenKind::Open {
            let close = (at..end.min(at + 8)).find(|&token| tokens[token].kind() == TokenKind::Close);
            return close.map_or(at, |close| close + 1);
        }
        at
    }

    /// An office between commas: ", 39, a spokesman for Acme, said".
    fn apposition(&self, mut at: usize, end: usize, is_person: bool) -> Option<Found> {
        let tokens = self.document.tokens();
        // An age first: ", 39,", ", now 22,", ", aged 7,".
        if let Some(age) = (at..end.min(at + 2)).find(|&token| tokens[token].kind() == TokenKind::Number)
            && age + 1 < end
            && self.document.fold(age + 1) == ","
        {
            at = age + 2;
        }
        if at < end && self.is_word(at, &WHO) {
            let verb = self.skip_words(at + 1, end, &HAVE);
            if verb < end && self.is_word(verb, &IS) {
                return self.office(verb + 1, end, is_person, STATED);
            }
            return None;
        }
        let is_opened = at < end && self.piece(self.skip_words(at, end, &NOW).min(end - 1)) == Piece::Opener;
        let found = self.office(at, end, is_person, if is_opened { OPENED } else { BARE })?;
        // "Smith, Mayor Jones and others": the title is the next name's.
        let after = found.tokens.end as usize;
        let is_of_next = after < end && self.is_person(after) && !is_opened;
        (!is_of_next).then_some(found)
    }

    /// An office that a verb gives: "is", "became", "was elected", "served as".
    fn stated(&self, at: usize, end: usize, is_person: bool) -> Option<Found> {
        let at = self.skip_words(at, end, &HAVE);
        if at >= end {
            return None;
        }
        if self.is_word(at, &IS) {
            let next = self.skip_words(at + 1, end, &IS);
            if next < end && !self.is_word(next, &MADE) && !self.is_word(next, &SERVED) {
                return self.office(next, end, is_person, STATED);
            }
        }
        let stop = end.min(at + FAR);
        for token in at..stop {
            if self.document.fold(token) == "," || self.named(token).is_some() {
                break;
            }
            if self.document.hash(token) == AS && token > at && self.is_word(token - 1, &SERVED) {
                return self.office(token + 1, end, is_person, STATED);
            }
            if self.is_word(token, &MADE) && token + 1 < stop && self.document.hash(token + 1) != AS {
                return self.office(token + 1, end, is_person, STATED);
            }
        }
        None
    }

    fn skip_words(&self, mut at: usize, end: usize, words: &[u64]) -> usize {
        while at < end && self.is_word(at, words) {
            at += 1;
        }
        at
    }

    /// The office that begins at `at`: openers, a run of words with a noun of the list at its end,
    /// and what links join to it.
    fn office(&self, at: usize, end: usize, is_person: bool, confidence: f32) -> Option<Found> {
        let end = end.min(at + REACH + 4);
        let mut first = at;
        // "then", "former" and "acting" say when and stay; "the" and "a" go.
        let begins = self.skip_words(first, end, &NOW);
        let mut head_from = begins;
        while head_from < end && self.piece(head_from) == Piece::Opener {
            head_from += 1;
        }
        if head_from > begins {
            first = head_from;
        }
        let mut head = None;
        let mut to = head_from;
        while to < end {
            match self.piece(to) {
                Piece::Content if self.is_person(to) && !(to + 1 < end && self.piece(to + 1) == Piece::Possessive) => {
                    // "lawyer John Smith": the title of another name.
                    if self.named(to.saturating_sub(1)) != self.named(to) {
                        head = None;
                    }
                    break;
                }
                Piece::Content => {
                    if let Some(noun) = self.noun(to, is_person) {
                        head = Some((to, noun));
                    }
                    to += 1;
                }
                Piece::Possessive | Piece::Hyphen => to += 1,
                Piece::And if head.is_some_and(|(head, _)| head + 1 == to) => to += 1,
                Piece::And | Piece::Link | Piece::Opener | Piece::Stop => break,
            }
        }
        let (head, noun) = head?;
        // The head has to end its run: "chief executive" before a link, a comma or a verb. A word or
        // two after it may be part of it still: "president elect", "professor emeritus".
        if to > head + 2 {
            return None;
        }
        let to = if to > head + 1 && !self.is_tail(to - 1) { head + 1 } else { to };
        let to = if to > head + 1 && self.piece(to - 1) == Piece::And { head + 1 } else { to };
        let last = self.links_after(to, end, first);
        let confidence = if noun.is_listed { confidence } else { confidence * BY_ENDING };
        Some(Found { tokens: TokenRange::new(first, last), confidence, is_plural: false })
    }

    /// Whether a word may follow the noun of an office as part of it.
    fn is_tail(&self, token: usize) -> bool {
        matches!(self.document.fold(token), "elect" | "emeritus" | "general" | "designate" | "and")
    }

    /// End of what links join to an office: "of Hong Kong", "for the PMF". Stops before the next
    /// link once it is eight words long.
    fn links_after(&self, mut to: usize, end: usize, first: usize) -> usize {
        while to < end && self.piece(to) == Piece::Link {
            let mut next = to + 1;
            while next < end && self.piece(next) == Piece::Opener {
                next += 1;
            }
            let content = next;
            while next < end && matches!(self.piece(next), Piece::Content | Piece::Possessive | Piece::Hyphen) {
                next += 1;
            }
            // "Department of Health and Human Services" inside a name goes on; "and" else ends it.
            if next == content || self.words_between(first, next) > LONGEST {
                break;
            }
            to = next;
        }
        to
    }

    fn words_between(&self, from: usize, to: usize) -> usize {
        (from..to).filter(|&token| self.document.tokens()[token].is_word()).count()
    }
}
