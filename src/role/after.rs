//! Offices after a name: "Carrie Lam, the chief executive of Hong Kong", "Chirac was mayor of Paris".

use super::piece::Piece;
use super::{Found, Reader};
use crate::lexicon::noun::Of;
use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, TokenKind, TokenRange, fold};

/// How many tokens an office after a name may have: eight words, articles and signs between them.
const REACH: usize = 16;
/// An office that runs on is cut at its last link after so many words.
const LONGEST: usize = 8;
/// How far after a name "was", "became" or "as" is looked for.
const FAR: usize = 7;

/// Probabilities, measured on the annotated news of the training set: an apposition that is opened
/// by an article or a possessive, one that is not, and an office that a verb states.
const OPENED: f32 = 0.93;
const BARE: f32 = 0.85;
const STATED: f32 = 0.75;
const TAIL: f32 = 0.85;
/// Less for what is said of a pronoun, which may mean another.
const BY_PRONOUN: f32 = 0.5;
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
/// How many offices joined by "and" are read in one apposition.
const MOST_JOINED: usize = 3;

/// Nouns after the name of a body that name a part of it.
const BRANCHES: [u64; 10] = {
    use fold::hash;
    [
        hash("store"),
        hash("team"),
        hash("department"),
        hash("hospital"),
        hash("force"),
        hash("court"),
        hash("unit"),
        hash("branch"),
        hash("government"),
        hash("campaign"),
    ]
};
const TO: u64 = fold::hash("to");
const HE: [u64; 2] = [fold::hash("he"), fold::hash("she")];
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
    /// Pushes the offices that stand after a mention: in apposition, or stated by a verb.
    pub(super) fn after(&self, mention: TokenRange, sentence: TokenRange, is_person: bool, found: &mut Vec<Found>) {
        let end = sentence.end as usize;
        let (start, from) = (mention.start as usize, found.len());
        let next = self.skip_bracket(mention.end as usize, end);
        let next = if is_person { self.skip_body(next, end) } else { next };
        if next >= end {
            return;
        }
        let is_comma = self.document.fold(next) == ",";
        if is_comma || self.document.tokens()[next].kind() == TokenKind::Dash && self.piece(next) == Piece::Stop {
            if is_comma && next + 1 < end && self.document.hash(next + 1) == AS {
                found.extend(self.office(next + 2, end, is_person, STATED));
            } else {
                self.apposition(next + 1, end, is_person, found);
            }
        } else {
            if let Some(office) = self.stated(next, end, is_person) {
                found.push(office);
                self.joined(office, end, is_person, found);
            }
            found.extend(self.tail(mention.end as usize, end).filter(|_| !is_person));
        }
        // "Smith, his lawyers said": nobody is several people, but "Ann and Bob Roe, sharecroppers".
        let is_one = start == sentence.start as usize || self.piece(start - 1) != Piece::And;
        let mut index = 0;
        found.retain(|found| {
            index += 1;
            index <= from || !(is_person && is_one && found.is_plural)
        });
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

    /// Steps over the body that a person is of: "Michael Siegel of Boston University, co-author of".
    fn skip_body(&self, at: usize, end: usize) -> usize {
        if at >= end || self.piece(at) != Piece::Link {
            return at;
        }
        let mut body = at + 1;
        while body < end && self.piece(body) == Piece::Opener {
            body += 1;
        }
        let after = (body..end).find(|&token| self.named(token).is_none() || self.is_person(token)).unwrap_or(end);
        if after > body { self.skip_bracket(after, end) } else { at }
    }

    /// The noun that tells what the name before it names: "the Boeing airframe company".
    fn tail(&self, at: usize, end: usize) -> Option<Found> {
        let last = (at..end.min(at + 3))
            .take_while(|&token| self.piece(token) == Piece::Content && self.named(token).is_none())
            .last()?;
        let noun = self.noun(last, false).filter(|noun| noun.of == Of::Body && !noun.is_plural)?;
        // A Walmart store is not what Walmart is.
        if self.is_word(last, &BRANCHES) {
            return None;
        }
        let is_lower = self.document.tokens()[last].shape().case() == Case::Lower;
        let confidence = if noun.is_listed { TAIL } else { TAIL * BY_ENDING };
        is_lower.then_some(Found { tokens: TokenRange::new(at, last + 1), confidence, is_plural: false })
    }

    /// Offices between commas: ", 39, a spokesman for Acme and former minister, said".
    fn apposition(&self, mut at: usize, end: usize, is_person: bool, found: &mut Vec<Found>) {
        let tokens = self.document.tokens();
        // An age first: ", 39,", ", now 22,", ", aged 7,".
        if let Some(age) = (at..end.min(at + 2)).find(|&token| tokens[token].kind() == TokenKind::Number)
            && age + 1 < end
            && self.document.fold(age + 1) == ","
        {
            at = age + 2;
        }
        if at < end && self.is_word(at, &WHO) {
            found.extend(self.stated(at, end, is_person));
            return;
        }
        for _ in 0..MOST_JOINED {
            let opener = self.skip_words(at, end, &NOW);
            let is_opened = opener < end && self.piece(opener) == Piece::Opener;
            let Some(office) = self.office(at, end, is_person, if is_opened { OPENED } else { BARE }) else { return };
            let after = office.tokens.end as usize;
            // "Smith, Mayor Jones and others": the title is the next name's.
            if after < end && self.is_person(after) {
                return;
            }
            found.push(office);
            // "and a member of", but "and the mayor of" is someone else.
            let is_and = after + 1 < end && self.piece(after) == Piece::And && self.document.fold(after + 1) != "the";
            if !is_and {
                return;
            }
            at = after + 1;
        }
    }

    /// An office that a verb gives: "is", "became", "was elected", "served as".
    fn stated(&self, at: usize, end: usize, is_person: bool) -> Option<Found> {
        let at = self.skip_words(self.skip_words(at, end, &WHO), end, &HAVE);
        if at >= end {
            return None;
        }
        if self.document.hash(at) == AS {
            return self.office(at + 1, end, is_person, STATED);
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

    /// The offices that "and" joins to a stated one: "served as mayor of Denver and governor of Colorado".
    fn joined(&self, first: Found, end: usize, is_person: bool, found: &mut Vec<Found>) {
        let mut at = first.tokens.end as usize;
        for _ in 1..MOST_JOINED {
            // With an article it may be a clause of its own.
            if at + 1 >= end || self.piece(at) != Piece::And || self.piece(at + 1) == Piece::Opener {
                return;
            }
            let Some(next) = self.office(at + 1, end, is_person, first.confidence) else { return };
            at = next.tokens.end as usize;
            found.push(next);
        }
    }

    /// Whether a sentence begins with "he" or "she".
    pub(super) fn begins_with_pronoun(&self, sentence: TokenRange) -> bool {
        !sentence.is_empty() && self.is_word(sentence.start as usize, &HE)
    }

    /// What "he" or "she" at the start of a sentence is said to be.
    pub(super) fn said_of_pronoun(&self, sentence: TokenRange) -> Option<Found> {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        if start + 2 >= end || !self.is_word(start, &HE) {
            return None;
        }
        self.stated(start + 1, end, true).map(|found| Found { confidence: found.confidence * BY_PRONOUN, ..found })
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
        let end = end.min(at + REACH);
        // "then", "former" and "acting" say when and stay; "the" and "a" go, "his" stays.
        let begins = self.skip_words(at, end, &NOW);
        let mut first = at;
        let mut from = begins;
        while from < end && self.piece(from) == Piece::Opener {
            let is_owner = class_of(self.document.hash(from)) == Some(WordClass::Possessive);
            from += 1;
            first = if is_owner { from - 1 } else { from };
        }
        let mut head = None;
        let mut to = from;
        while to < end {
            match self.piece(to) {
                Piece::Content if self.is_person(to) && !self.is_owner(to, end) => {
                    // "lawyer John Smith": the title of another name.
                    return None;
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
        // The head has to end its run. A word after it may be part of it still: "president elect".
        if to > head + 3 {
            return None;
        }
        let tail = (head + 1..to).find(|&token| self.is_tail(token));
        let to = tail.unwrap_or(head) + 1;
        let last = self.links_after(to, end, first);
        let confidence = if noun.is_listed { confidence } else { confidence * BY_ENDING };
        Some(Found { tokens: TokenRange::new(first, last), confidence, is_plural: noun.is_plural })
    }

    /// Whether a word may follow the noun of an office as part of it.
    pub(super) fn is_tail(&self, token: usize) -> bool {
        matches!(self.document.fold(token), "elect" | "emeritus" | "general" | "designate")
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
            // "the first woman to serve"
            if next == to + 1
                && self.document.hash(to) == TO
                && !self.document.tokens().get(next).is_some_and(|token| token.shape().is_capitalised())
            {
                break;
            }
            while next < end && matches!(self.piece(next), Piece::Content | Piece::Possessive | Piece::Hyphen) {
                next += 1;
            }
            while next > content && matches!(self.piece(next - 1), Piece::Possessive | Piece::Hyphen) {
                next -= 1;
            }
            if next == content || self.words_between(first, next) > LONGEST {
                break;
            }
            to = next;
        }
        to
    }

    fn words_between(&self, from: usize, to: usize) -> usize {
        let counts = |token: &usize| self.document.tokens()[*token].is_word() && self.piece(*token) != Piece::Opener;
        (from..to).filter(counts).count()
    }
}
