//! Clause: the cue that stands before or after quoted words in their sentence, and its subject.

use super::attribute::Attributor;
use super::cue::{Cue, is_adverb, is_auxiliary, is_participle};
use super::owner;
use super::speaker::{Speaker, Who};
use crate::entity::EntityKind;
use crate::lexicon::WordClass;
use crate::text::{TokenKind, TokenRange};

/// A cue with its speaker, not yet resolved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) cue: TokenRange,
    pub(super) speaker: Option<Speaker>,
    pub(super) class: Cue,
}

/// How far before a quotation its cue is looked for: a quoted fragment may end a long sentence.
const BEFORE: usize = 50;
/// And how far after it.
const AFTER: usize = 34;

impl Attributor<'_, '_> {
    /// The nearest cue before a quotation in its sentence.
    pub(super) fn said_before(&self, index: usize) -> Option<Said> {
        let open = self.pairs[index].open;
        let sentence = self.sentence(open);
        let floor = (sentence.start as usize).max(open.saturating_sub(BEFORE));
        self.nearest_cue(floor, open, sentence.start as usize)
    }

    /// The last cue with a speaker in `floor..end`, quotations left out.
    fn nearest_cue(&self, floor: usize, end: usize, start: usize) -> Option<Said> {
        let mut token = end;
        let (mut without, mut mute) = (None, None);
        while token > floor {
            token -= 1;
            if matches!(self.reader.kind(token), Some(TokenKind::Quote | TokenKind::Symbol))
                && let Some(pair) = self.pair_over(token).filter(|pair| pair.open < end && pair.close == token)
            {
                token = pair.open;
                continue;
            }
            let Some(class) = self.reader.cues[token] else { continue };
            if self.reader.entities.at(token).is_some() {
                continue;
            }
            let said = self.said_at(token, class, start, end);
            if let Some(speaker) = said.speaker {
                // "Lee told Reuters the size of the skulls suggested a pattern: “…”": what cannot speak
                // leaves the words to the cue before.
                if speaker.who != Who::Described || owner::is_voice(&self.reader, speaker.words) {
                    return Some(said);
                }
                mute = mute.or(Some(said));
                continue;
            }
            // A participle at the head of the sentence waits for the subject after it.
            if !is_participle(self.reader.document, token) {
                without = without.or(Some(said));
            }
        }
        mute.or(without)
    }

    /// The first cue with a speaker of a sentence; what it says is not between marks.
    pub(super) fn said_in(&self, sentence: TokenRange) -> Option<Said> {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        self.nearest_cue(start.max(end.saturating_sub(BEFORE)), end, start).filter(|said| said.speaker.is_some())
    }

    /// The cue at a token with its speaker; `start` is where its sentence begins.
    pub(super) fn said_at(&self, token: usize, class: Cue, start: usize, end: usize) -> Said {
        let reader = &self.reader;
        let cue = TokenRange::new(token, if class == Cue::According { token + 2 } else { token + 1 });
        let speaker = match class {
            Cue::According => {
                reader.phrase_after(token + 2, end.max(token + 12).min(self.sentence(token).end as usize))
            }
            Cue::Quote if !self.is_passive(token, start) => reader.phrase_after(token + 1, token + 16),
            _ if self.is_passive(token, start) => self.agent(token, end),
            _ if is_participle(reader.document, token) => self.subject_of_participle(token, start),
            _ => self.subject(token, start),
        };
        Said { cue, speaker, class }
    }

    /// The subject of a finite verb, or of the verb that it is joined to.
    fn subject(&self, verb: usize, start: usize) -> Option<Speaker> {
        let reader = &self.reader;
        let floor = self.floor(verb, start);
        let mut before = verb;
        while before > floor
            && verb - before < 5
            && (is_adverb(reader.document, before - 1) || is_auxiliary(reader.document, before - 1))
        {
            before -= 1;
        }
        let joined = before > floor
            && (matches!(reader.class(before - 1), Some(WordClass::Conjunction)) || reader.is(before - 1, "to"));
        if joined {
            return self.main_subject(before - 1, start);
        }
        let found = reader.subject_before(verb, floor);
        if found.is_none() && before == floor {
            // "Remarked Ann Lee:", and "“A,” tweeted Ann Lee, “b”"
            let after = if self.is_open_say(verb) { reader.phrase_after(verb + 1, verb + BEFORE) } else { None };
            // "“…,” and later added": the verb right after a quotation that has a speaker before it.
            return after.or_else(|| (floor > start).then(|| self.main_subject(floor, start)).flatten());
        }
        // "Acme released a statement which read": the words are Acme's.
        let is_document = found.is_some_and(|found| {
            let last = found.words.end as usize - 1;
            found.who == Who::Described
                && owner::is_document(reader, last)
                && matches!(reader.document.fold(found.words.start as usize), "a" | "an")
        });
        if is_document && !self.is_quoted(start) { reader.subject_of_sentence(start, verb).or(found) } else { found }
    }

    fn is_open_say(&self, verb: usize) -> bool {
        self.reader.cues[verb] == Some(Cue::Say) && !is_participle(self.reader.document, verb)
    }

    /// Where the phrase before a verb may begin: after the quotation that stands before it.
    fn floor(&self, token: usize, start: usize) -> usize {
        let before = self.pairs.partition_point(|pair| pair.open < token);
        self.pairs[..before].last().filter(|pair| pair.close < token).map_or(start, |pair| start.max(pair.close + 1))
    }

    /// The subject of the clause that leads to a token: of the cue before it, or of the sentence.
    fn main_subject(&self, token: usize, start: usize) -> Option<Speaker> {
        let reader = &self.reader;
        let lowest = start.max(token.saturating_sub(BEFORE));
        let earlier = (lowest..token).rev().find(|&at| {
            reader.cues[at].is_some_and(|class| !matches!(class, Cue::According | Cue::Quote))
                && !is_participle(reader.document, at)
                && reader.entities.at(at).is_none()
                && !self.is_quoted(at)
        });
        if let Some(verb) = earlier
            && let Some(subject) = reader.subject_before(verb, self.floor(verb, start))
        {
            return Some(subject);
        }
        if self.is_quoted(start) { None } else { reader.subject_of_sentence(start, token) }
    }

    fn subject_of_participle(&self, token: usize, start: usize) -> Option<Speaker> {
        let reader = &self.reader;
        if token > start && reader.is(token - 1, "as") {
            // "quoted Smith as saying", "was quoted as saying"
            let quote =
                (start.max(token.saturating_sub(16))..token).rev().find(|&at| reader.cues[at] == Some(Cue::Quote));
            if let Some(quote) = quote {
                return if self.is_passive(quote, start) {
                    reader.subject_before(quote, start)
                } else {
                    reader.phrase_after(quote + 1, token)
                };
            }
        }
        // "with Lee describing it as"
        if token > start && reader.mention_at(token - 1).is_some() {
            let subject = reader.subject_before(token, self.floor(token, start));
            let is_person = |id| reader.entities.get(id).kind() == EntityKind::Person;
            if subject.is_some_and(|subject| matches!(subject.who, Who::Named(id) if is_person(id))) {
                return subject;
            }
        }
        // "Calling it a “farce”, the archbishop said": its subject comes after it.
        (token > start + 2).then(|| self.main_subject(token, start)).flatten()
    }

    /// "was called", "is described": the verb says what is done to its subject.
    fn is_passive(&self, token: usize, start: usize) -> bool {
        let document = self.reader.document;
        if is_participle(document, token) || document.fold(token).ends_with("es") {
            return false;
        }
        let mut before = token;
        while before > start && token - before < 4 && is_adverb(document, before - 1) {
            before -= 1;
        }
        before > start
            && matches!(
                document.fold(before - 1),
                "is" | "was" | "were" | "are" | "be" | "been" | "being" | "'re" | "get" | "got"
            )
    }

    /// The agent of a passive: "described by Smith as", "called “…” by Smith".
    fn agent(&self, token: usize, end: usize) -> Option<Speaker> {
        let reader = &self.reader;
        let limit = self.sentence(token).end as usize;
        let near = (token + 1..limit.min(token + 4)).find(|&at| reader.is(at, "by"));
        let after = || self.pair_over(end).map(|pair| pair.close + 1).filter(|&at| at < limit && reader.is(at, "by"));
        let by = near.or_else(after)?;
        reader.phrase_after(by + 1, limit)
    }

    /// The cue after a quotation in its sentence, and whether it stands right there.
    pub(super) fn said_after(&self, index: usize) -> Option<(Said, bool)> {
        let pair = &self.pairs[index];
        if !pair.is_closed {
            return None;
        }
        let (reader, document) = (&self.reader, self.reader.document);
        let mut start = pair.close + 1;
        if start >= document.tokens().len() {
            return None;
        }
        let sentence = self.sentence(start);
        if document.sentences()[document.sentence_at(start)].block() != self.block(pair.close) {
            return None;
        }
        let inner_last = pair.inside().end.checked_sub(1).map(|last| last as usize).filter(|&last| last > pair.open);
        let comma = reader.is(start, ",") || reader.kind(start) == Some(TokenKind::Dash);
        start += usize::from(comma);
        if start >= document.tokens().len() {
            return None;
        }
        let full_stop = inner_last.is_some_and(|last| document.token_text(last).ends_with('.'));
        let exclaims = inner_last.is_some_and(|last| reader.kind(last) == Some(TokenKind::Stop));
        let capital = document.tokens()[start].shape().is_capitalised();
        let inner_comma = inner_last.is_some_and(|last| reader.is(last, ","));
        let next_open = self.pairs.get(index + 1).map_or(usize::MAX, |next| next.open);
        let limit = (sentence.end as usize).min(start + AFTER).min(next_open);
        // "… it is over.” He said": what follows a full stop is a sentence of its own, unless the
        // cue ends it at once and so has nothing else to bring in.
        let new_sentence = !comma && exclaims && capital;
        let mut token = start;
        while token < limit {
            if let Some(class) = reader.cues[token].filter(|_| reader.entities.at(token).is_none()) {
                let said = self.said_following(token, class, start, limit, sentence);
                if let Some(said) = said {
                    let subject_start = said.speaker.map_or(token, |speaker| speaker.start);
                    let ends = token + 1 >= sentence.end as usize
                        || matches!(reader.kind(token + 1), Some(TokenKind::Stop))
                        || said.speaker.is_some_and(|speaker| speaker.words.start as usize > token);
                    let opens_next = next_open != usize::MAX && limit == next_open && self.leads_to(token, next_open);
                    if new_sentence && (opens_next || full_stop && (!ends || reader.is_subject_pronoun(start))) {
                        return None;
                    }
                    let direct = subject_start <= start || self.is_title_run(start, subject_start);
                    // "“A,” Smith said": a cue belongs to the words before it, unless a sentence ended there.
                    if direct && (comma || inner_comma || exclaims || !capital || said.class != Cue::Judge) {
                        let is_say = matches!(said.class, Cue::Say | Cue::Tell | Cue::According | Cue::Quote);
                        return is_say.then_some((said, true));
                    }
                    if new_sentence {
                        return None;
                    }
                    // "… the “main difference” between the two, he added."
                    let closes = subject_start > start && reader.is(subject_start - 1, ",") && !opens_next;
                    let closes = closes || said.class == Cue::According;
                    if closes && matches!(said.class, Cue::Say | Cue::Tell | Cue::According) {
                        return Some((said, false));
                    }
                    if new_sentence || said.class == Cue::Say {
                        return None;
                    }
                }
            }
            token += 1;
        }
        None
    }

    /// Whether a cue brings in the quotation that opens at `open`: "said: “", "said, “".
    fn leads_to(&self, cue: usize, open: usize) -> bool {
        open - cue <= 8
            && (open == cue + 1
                || self.reader.is(open - 1, ":")
                || self.reader.is(open - 1, ",")
                || self.reader.is(open - 1, "that"))
    }

    /// A cue after a quotation, with the speaker on either side of it.
    fn said_following(
        &self,
        token: usize,
        class: Cue,
        start: usize,
        limit: usize,
        sentence: TokenRange,
    ) -> Option<Said> {
        let reader = &self.reader;
        let cue = TokenRange::new(token, token + 1);
        match class {
            Cue::According => {
                let cue = TokenRange::new(token, token + 2);
                let speaker = reader.phrase_after(token + 2, sentence.end as usize);
                return Some(Said { cue, speaker, class });
            }
            Cue::Say
                if token <= start + 2
                    && !is_participle(reader.document, token)
                    && (start..token).all(|at| is_adverb(reader.document, at)) =>
            {
                let speaker = reader.phrase_after(token + 1, (sentence.end as usize).min(limit.max(token + 2)));
                return Some(Said { cue, speaker: speaker.map(|speaker| Speaker { start, ..speaker }), class });
            }
            Cue::Quote => return None,
            _ => {}
        }
        if is_participle(reader.document, token) || self.is_passive(token, start) || token == start {
            return None;
        }
        let speaker = reader.subject_before(token, start)?;
        Some(Said { cue, speaker: Some(speaker), class })
    }

    /// Whether the tokens before a name are its title: "study co-author", "the mayor of London,".
    fn is_title_run(&self, start: usize, name: usize) -> bool {
        let reader = &self.reader;
        name - start <= 14
            && (start..name).all(|token| {
                let plain = reader.document.tokens()[token].is_word()
                    && !matches!(
                        reader.class(token),
                        Some(WordClass::Conjunction | WordClass::Auxiliary | WordClass::Modal | WordClass::Pronoun)
                    );
                let of = reader.class(token) != Some(WordClass::Preposition)
                    || reader.is(token, "of")
                    || reader.is(token, "for");
                let mark = matches!(reader.document.fold(token), "-" | "'s" | "'")
                    || token + 1 == name && reader.is(token, ",");
                reader.entities.at(token).is_some() || mark || plain && of && reader.cues[token].is_none()
            })
    }
}
