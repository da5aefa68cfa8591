//! The words beside a cue that say who spoke: a name, a pronoun, or a description.

use super::cue::{Cue, is_adverb, is_auxiliary};
use super::reader::{Named, Reader};
use crate::entity::{EntityId, EntityKind};
use crate::lexicon::{WordClass, noun};
use crate::text::{Case, TokenKind, TokenRange, fold};

/// Who is said to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Named(EntityId),
    /// The token is a personal pronoun.
    Pronoun,
    /// A description without a name: "a spokesman for Acme".
    Described,
}

/// Who speaks, the words that say so, and where the phrase around them begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    pub(super) who: Who,
    pub(super) words: TokenRange,
    /// First token of the whole phrase, apposition and title included.
    pub(super) start: usize,
}

impl Speaker {
    pub(super) fn named(mention: Named) -> Self {
        Self { who: Who::Named(mention.id), words: mention.tokens, start: mention.tokens.start as usize }
    }

    fn from(self, start: usize) -> Self {
        Self { start: start.min(self.start), ..self }
    }
}

/// How long an apposition between a speaker and the verb may be: "Smith, who led the review of
/// the bank's lending after the crash of 2008 for two years, said" has 20 tokens.
const LONGEST_APPOSITION: usize = 40;
/// How long a noun phrase is read.
const LONGEST_PHRASE: usize = 14;
/// How deep phrases are read inside phrases ("the head of the union of ..").
const DEEPEST: usize = 4;

impl Reader<'_, '_> {
    /// The subject of a verb that begins at `verb`: the phrase that ends before it, adverbs and
    /// auxiliaries between them left out. Nothing before `floor` is read.
    pub(super) fn subject_before(&self, verb: usize, floor: usize) -> Option<Speaker> {
        let mut end = verb;
        // "later told", "has since said", "on Monday said", "and also said"
        for _ in 0..6 {
            if end <= floor {
                return None;
            }
            let before = end - 1;
            let is_day = self.entities.at(before).is_none() && DAYS.contains(&self.document.hash(before));
            let on_day = is_day
                && before > floor
                && matches!(self.document.fold(before - 1), "on" | "last" | "this" | "late" | "early");
            if on_day {
                end = before - 1;
            } else if is_day
                || (is_auxiliary(self.document, before) || is_adverb(self.document, before) && !self.is_hyphen(end))
                    && self.entities.at(before).is_none()
            {
                end = before;
            } else {
                break;
            }
        }
        let found = self.phrase_before(end, floor, 0)?;
        Some(if found.who == Who::Described { self.interrupted(found, floor).unwrap_or(found) } else { found })
    }

    /// The person before a participle that runs up to the verb: "Lee speaking to a think tank called
    /// it", "Lee in presenting the plan to parliament said".
    fn interrupted(&self, phrase: Speaker, floor: usize) -> Option<Speaker> {
        const REACH: usize = 12;
        let lowest = floor.max(phrase.start.saturating_sub(REACH)) + 1;
        let mut token = phrase.start;
        while token > lowest {
            token -= 1;
            if matches!(self.kind(token), Some(TokenKind::Stop | TokenKind::Quote | TokenKind::Punctuation)) {
                return None;
            }
            if self.document.fold(token).ends_with("ing") && self.entities.at(token).is_none() {
                let before = token - 1 - usize::from(self.is_preposition(token - 1) && token - 1 > floor);
                return self.mention_at(before).filter(|name| name.kind == EntityKind::Person).map(Speaker::named);
            }
        }
        None
    }

    /// The phrase that ends before token `end`.
    fn phrase_before(&self, end: usize, floor: usize, depth: usize) -> Option<Speaker> {
        if end <= floor || depth > DEEPEST {
            return None;
        }
        let last = end - 1;
        if let Some(mention) = self.mention_at(last) {
            return Some(self.named_before(mention, floor, depth));
        }
        if self.is_break(last) {
            return self.before_apposition(last, floor, depth);
        }
        // "Ann Lee QC said", "Bob Hall MP said"
        if last > floor
            && self.document.tokens()[last].shape().case() == Case::Upper
            && self.mention_at(last - 1).is_some_and(|mention| mention.kind == EntityKind::Person)
        {
            return self.phrase_before(last, floor, depth + 1);
        }
        match self.kind(last) {
            Some(TokenKind::Close) => {
                let open = (floor..last).rev().take(16).find(|&token| self.kind(token) == Some(TokenKind::Open))?;
                return self.phrase_before(open, floor, depth + 1);
            }
            // "Gray, 24, who said"
            Some(TokenKind::Number) if last > floor + 1 && self.is_comma(last - 1) => {
                return self.phrase_before(last - 1, floor, depth + 1);
            }
            Some(TokenKind::Word | TokenKind::Mixed) => {}
            _ => return None,
        }
        if self.is_subject_pronoun(last) && !self.is_inside_title(last) {
            return Some(Speaker { who: Who::Pronoun, words: TokenRange::new(last, end), start: last });
        }
        if matches!(
            self.document.fold(last),
            "who" | "which" | "that" | "himself" | "herself" | "itself" | "themselves"
        ) {
            if let Some(person) =
                last.checked_sub(1).filter(|&before| before >= floor).and_then(|before| self.mention_at(before))
                && person.kind == EntityKind::Person
            {
                return Some(Speaker::named(person));
            }
            let skip = usize::from(last > floor && self.is_comma(last - 1) && !self.is(last, "that"));
            return self.phrase_before(last - skip, floor, depth + 1);
        }
        if matches!(self.document.fold(last), "both" | "all" | "each") {
            return self.phrase_before(last, floor, depth + 1);
        }
        // "a government official", "police", "the minister": back to its determiner.
        let mut start = end;
        while start > floor && end - start < LONGEST_PHRASE && self.is_nominal(start - 1) {
            start -= 1;
            let is_first = self.is_determiner(start) && !(start > floor && self.is_possessive(start - 1));
            if is_first {
                break;
            }
        }
        if start == end {
            // "someone", "others": pronouns that name nobody.
            let nobody = self.class(last) == Some(WordClass::Pronoun);
            return nobody.then_some(Speaker { who: Who::Described, words: TokenRange::new(last, end), start: last });
        }
        let described = Speaker { who: Who::Described, words: TokenRange::new(start, end), start };
        Some(self.head_before(described, floor, depth))
    }

    /// For a phrase that hangs on a preposition ("of Acme"), the phrase that it hangs on.
    fn head_before(&self, phrase: Speaker, floor: usize, depth: usize) -> Speaker {
        let start = phrase.start;
        if start > floor + 1 && self.is(start - 1, "and") && !self.is_determiner(start) && depth < DEEPEST {
            // "Lee of the university and contributor to the paper wrote"
            let head = self.phrase_before(start - 1, floor, depth + 1);
            return head.filter(|head| matches!(head.who, Who::Named(_))).unwrap_or(phrase);
        }
        if start <= floor || !self.is_preposition(start - 1) {
            return phrase;
        }
        let at = start - 1;
        if at <= floor || self.is_break(at - 1) {
            return phrase;
        }
        let hangs =
            self.mention_at(at - 1).is_some() || self.is_nominal(at - 1) || self.kind(at - 1) == Some(TokenKind::Close);
        if !hangs || self.cues[at - 1].is_some() {
            return phrase;
        }
        match self.phrase_before(at, floor, depth + 1) {
            Some(head) if head.who == Who::Described => Speaker {
                who: Who::Described,
                words: TokenRange::new(head.words.start as usize, phrase.words.end as usize),
                start: head.start,
            },
            Some(head @ Speaker { who: Who::Named(_), .. }) => head,
            _ => phrase,
        }
    }

    fn named_before(&self, mention: Named, floor: usize, depth: usize) -> Speaker {
        let speaker = Speaker::named(mention);
        let start = mention.tokens.start as usize;
        // "a spokesman for Acme said"; a person stands after a preposition only as somebody's own.
        let mut first = start;
        while first > floor && start - first < 10 {
            let owner = self.is_possessive(first) && self.mention_at(first - 1).is_some();
            let inside = first < start && self.mention_at(first).is_some_and(|here| here.tokens.contains(first - 1));
            let word = mention.kind != EntityKind::Person
                && self.is_nominal(first - 1)
                && self.mention_at(first - 1).is_none();
            if !(self.is_determiner(first - 1) || owner || inside || word) {
                break;
            }
            first -= 1;
        }
        if mention.kind != EntityKind::Person {
            first = self.start_of_list(first, floor);
        }
        if first > floor && self.is_preposition(first - 1) && !self.is_role_title(first, start) {
            let whole = Speaker { who: Who::Described, words: mention.tokens, start: first };
            let head = self.head_before(whole, floor, depth);
            if head.start < first {
                return match head.who {
                    Who::Described => Speaker {
                        words: TokenRange::new(head.words.start as usize, mention.tokens.end as usize),
                        ..head
                    },
                    _ => head,
                };
            }
        }
        // "the mayor of Springfield, Ann Lee said" has its own comma; "Smith and Lee said" is Smith.
        if start > floor
            && self.is(start - 1, "and")
            && let Some(other) =
                start.checked_sub(2).filter(|&other| other >= floor).and_then(|other| self.mention_at(other))
            && other.kind == EntityKind::Person
            && mention.kind == EntityKind::Person
        {
            return Speaker::named(other);
        }
        speaker
    }

    /// Where a list of bodies and places begins that ends at `first`: "a team from | Oxford and Yale".
    fn start_of_list(&self, first: usize, floor: usize) -> usize {
        const MOST: usize = 4;
        let mut start = first;
        for _ in 0..MOST {
            let joint = start.checked_sub(1).filter(|&joint| joint > floor);
            let Some(joint) = joint.filter(|&joint| self.is(joint, "and") || start < first && self.is_comma(joint))
            else {
                break;
            };
            let name = self.mention_at(joint - 1).filter(|name| name.kind != EntityKind::Person);
            let Some(name) = name.filter(|name| name.tokens.start as usize > floor) else { break };
            start = name.tokens.start as usize;
            if self.is_determiner(start - 1) && start - 1 > floor {
                start -= 1;
            }
        }
        // Without a preposition before it the list is itself the subject.
        if start > floor && self.is_preposition(start - 1) { start } else { first }
    }

    /// Whether the words between `first` and a name are a title with its own article.
    fn is_role_title(&self, first: usize, name: usize) -> bool {
        first < name && self.document.tokens()[name - 1].shape().is_capitalised() && self.mention_at(name - 1).is_none()
    }

    /// The speaker behind an apposition that ends at the comma or dash `close`: "John Smith, a
    /// spokesman for Acme," and "the mayor, Ann Lee,".
    fn before_apposition(&self, close: usize, floor: usize, depth: usize) -> Option<Speaker> {
        let lowest = floor.max(close.saturating_sub(LONGEST_APPOSITION));
        let mut fallback = None;
        let mut token = close;
        while token > lowest {
            token -= 1;
            if matches!(self.kind(token), Some(TokenKind::Stop | TokenKind::Quote)) {
                break;
            }
            if !self.is_break(token) || token == 0 {
                continue;
            }
            let inside = self.mention_at(token + 1).filter(|mention| mention.kind == EntityKind::Person);
            let owner = self.mention_before_break(token, floor);
            let inside = inside.or_else(|| self.titled_name(token + 1, close));
            if let Some(name) = inside.filter(|name| name.tokens.end as usize == close)
                && owner.is_none_or(|owner| owner.kind != EntityKind::Person)
            {
                let start = self.phrase_before(token, floor, depth + 1).map_or(token, |phrase| phrase.start);
                return Some(Speaker::named(name).from(start));
            }
            if let Some(owner) = owner.filter(|owner| owner.kind == EntityKind::Person) {
                return Some(self.named_before(owner, floor, depth));
            }
            // "The ministry has, in a statement, called on drivers"
            if token > floor && is_auxiliary(self.document, token - 1) {
                return if depth < DEEPEST { self.phrase_before(token - 1, floor, depth + 1) } else { None };
            }
            // "the president, a former actor, said" and "the company, which owns ..., said"
            if fallback.is_none() && self.opens_apposition(token + 1) {
                fallback = self.phrase_before(token, floor, depth + 1);
                if fallback.is_some_and(|phrase| {
                    phrase.who != Who::Described || self.is_determiner(phrase.words.start as usize)
                }) {
                    return fallback;
                }
            }
        }
        // "In Paris, Smith said" has no apposition; "he, too, said" has a pronoun.
        fallback.or_else(|| {
            let inner = self.mention_at(close.checked_sub(1)?)?;
            (inner.kind == EntityKind::Person && inner.tokens.start as usize == floor).then_some(Speaker::named(inner))
        })
    }

    /// The name before a comma, over "(D-Ohio)" and an age.
    fn mention_before_break(&self, comma: usize, floor: usize) -> Option<Named> {
        let last = comma.checked_sub(1).filter(|&last| last >= floor)?;
        if self.kind(last) == Some(TokenKind::Close) {
            let open = (floor..last).rev().take(12).find(|&token| self.kind(token) == Some(TokenKind::Open))?;
            return self.mention_at(open.checked_sub(1)?);
        }
        self.mention_at(last)
    }

    /// The person whose name ends at `close`, where only a title stands before it: "Dr. Ann Lee",
    /// "herpetologist Ann Lee".
    fn titled_name(&self, start: usize, close: usize) -> Option<Named> {
        let name = self.mention_at(close.checked_sub(1)?).filter(|name| name.kind == EntityKind::Person)?;
        let first = name.tokens.start as usize;
        let is_title = |token: usize| {
            self.document.tokens()[token].shape().is_capitalised()
                || token + 1 == first && noun::is_noun(self.document, token)
        };
        (start < first && first - start <= 3 && (start..first).all(is_title)).then_some(name)
    }

    fn opens_apposition(&self, token: usize) -> bool {
        self.is_determiner(token)
            || matches!(
                self.document.fold(token),
                "who" | "which" | "whose" | "speaking" | "based" | "led" | "citing" | "himself" | "herself"
            )
            || self.is_preposition(token)
            || is_adverb(self.document, token)
            || noun::is_noun(self.document, token)
            || self.document.fold(token).ends_with("ing")
    }

    /// The phrase that begins at a token, read up to `limit`: for speakers after their verb, and
    /// for the subject of a sentence.
    pub(super) fn phrase_after(&self, start: usize, limit: usize) -> Option<Speaker> {
        let limit = limit.min(self.document.tokens().len());
        if start >= limit {
            return None;
        }
        // "according to him"; "her lawyer" is no pronoun that speaks.
        let object =
            self.is(start, "him") || self.is(start, "her") && !(start + 1 < limit && self.is_nominal(start + 1));
        if object || self.is_subject_pronoun(start) {
            return Some(Speaker { who: Who::Pronoun, words: TokenRange::new(start, start + 1), start });
        }
        let stop = limit.min(start + LONGEST_PHRASE);
        // "said her lawyer": the word that is no pronoun here is listed as one.
        let mut token = start + usize::from(self.is(start, "her"));
        let mut body: Option<Named> = None;
        while token < stop {
            if let Some(mention) = self.mention_at(token) {
                let end = mention.tokens.end as usize;
                let owns = end < limit && self.is_possessive(end);
                if mention.kind == EntityKind::Person && !owns && !self.is_patron(mention, limit) {
                    return Some(Speaker::named(mention).from(start));
                }
                body = Some(mention).filter(|_| !owns);
                token = end.max(token + 1);
                // "Acme released a report": a verb follows the body, not the noun of an office.
                if token < stop && body.is_some() && self.document.fold(token).ends_with("ed") {
                    break;
                }
                continue;
            }
            if !self.is_nominal(token) || token > start && self.is_determiner(token) && !self.is_possessive(token) {
                break;
            }
            token += 1;
        }
        let token = token.min(limit);
        if token == start {
            return None;
        }
        if let Some(body) = body.filter(|body| body.tokens.end as usize == token) {
            return Some(Speaker::named(body).from(start));
        }
        if let Some(name) = self.named_after(start, token, limit) {
            return Some(Speaker::named(name).from(start));
        }
        // "the head of the union, Bob Lee": the name follows the phrase.
        let mut end = token;
        if end < limit && self.is_preposition(end) {
            end = self.end_of_complement(end, limit);
            // "Mayor of London Ann Lee": two names side by side are an office's and its holder's.
            if let Some(name) = self.mention_at(end - 1).filter(|name| name.kind == EntityKind::Person)
                && name.tokens.start as usize > token + 1
                && self.document.tokens()[name.tokens.start as usize - 1].shape().is_capitalised()
            {
                return Some(Speaker::named(name).from(start));
            }
        }
        if end < limit
            && self.is_comma(end)
            && let Some(mention) = self.mention_at(end + 1)
            && mention.kind == EntityKind::Person
            && !self.is_possessive(mention.tokens.end as usize)
            && self.is_definite(start, token)
        {
            return Some(Speaker::named(mention).from(start));
        }
        Some(Speaker { who: Who::Described, words: TokenRange::new(start, end), start })
    }

    /// Whether a name stands before the office of another: "Albion manager Rui Teles", where a club that
    /// is called like a person was taken for one.
    fn is_patron(&self, name: Named, limit: usize) -> bool {
        let mut token = name.tokens.end as usize;
        let is_lower = |token: usize| self.document.tokens()[token].shape().case() == Case::Lower;
        while token < limit.min(name.tokens.end as usize + 3) && self.entities.at(token).is_none() && is_lower(token) {
            if noun::kind_of_noun(self.document, token) == Some(EntityKind::Person) {
                return token + 1 < limit
                    && self.mention_at(token + 1).is_some_and(|next| next.kind == EntityKind::Person);
            }
            token += 1;
        }
        false
    }

    /// The person whom a description goes on to name: "a protester using the pseudonym Katya", "a man
    /// named Lee".
    fn named_after(&self, start: usize, end: usize, limit: usize) -> Option<Named> {
        const REACH: usize = 5;
        let leads = |token: usize| matches!(self.document.fold(token), "named" | "called" | "pseudonym" | "identified");
        let lead = (start..limit.min(end + REACH)).find(|&token| leads(token))?;
        (lead + 1..limit.min(lead + 4))
            .find_map(|token| self.mention_at(token))
            .filter(|name| name.kind == EntityKind::Person)
    }

    fn is_definite(&self, start: usize, end: usize) -> bool {
        self.is(start, "the")
            || self.is(start, "her")
            || self.class(start) == Some(WordClass::Possessive)
            || (start..end).any(|token| self.is_possessive(token))
    }

    /// Where "for Acme", "of the union of teachers" ends.
    fn end_of_complement(&self, preposition: usize, limit: usize) -> usize {
        let mut token = preposition;
        let stop = limit.min(preposition + LONGEST_PHRASE);
        while token < stop && (self.is_preposition(token) || self.is_nominal(token)) {
            token += 1;
        }
        // "one of them"
        token + usize::from(token < stop && matches!(self.document.fold(token), "them" | "us"))
    }

    /// The subject of the sentence that begins at `start`: what an adverbial before it leaves.
    pub(super) fn subject_of_sentence(&self, start: usize, limit: usize) -> Option<Speaker> {
        let limit = limit.min(start + LONGEST_APPOSITION).min(self.document.tokens().len());
        let mut token = start;
        while token < limit
            && self.kind(token).is_some_and(|kind| matches!(kind, TokenKind::Quote | TokenKind::Dash | TokenKind::Open))
        {
            token += 1;
        }
        for _ in 0..3 {
            if token >= limit {
                return None;
            }
            let opens = self.entities.at(token).is_none()
                && (matches!(
                    self.class(token),
                    Some(WordClass::Preposition | WordClass::Conjunction | WordClass::Adverb)
                ) || is_adverb(self.document, token)
                    || self.document.fold(token).ends_with("ing")
                    || self.document.fold(token).ends_with("ly"));
            if !opens {
                break;
            }
            if self.cues[token] == Some(Cue::According) {
                return self.phrase_after(token + 2, limit);
            }
            match (token..limit).find(|&at| self.is_comma(at)) {
                Some(comma) => token = comma + 1,
                None => token += 1,
            }
        }
        self.phrase_after(token, limit)
    }
}

const DAYS: [u64; 12] = [
    fold::hash("monday"),
    fold::hash("tuesday"),
    fold::hash("wednesday"),
    fold::hash("thursday"),
    fold::hash("friday"),
    fold::hash("saturday"),
    fold::hash("sunday"),
    fold::hash("yesterday"),
    fold::hash("today"),
    fold::hash("tonight"),
    fold::hash("week"),
    fold::hash("month"),
];
