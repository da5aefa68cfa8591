//! Repair: mentions that hold more than a name, or more names than one.
//!
//! The tagger reads from left to right with a few words in sight. What the rest of the article calls
//! people tells afterwards where it went too far: "Broadcaster Ann Roe", "Acme (AC)".

use super::form::Forms;
use crate::entity::{EntityKind, Mention};
use crate::lexicon::name::{self, Part, Word, part_of};
use crate::lexicon::{Gazetteer, atlas, country, noun, plain};
use crate::text::{Case, Document, TokenKind, TokenRange, fold};

/// A repaired mention may be repaired once more: "Minister Ann Roe (MP)". More rounds never changed
/// anything in our annotated news.
const MOST_ROUNDS: usize = 3;
/// Mentions longer than this are lists or headlines in capitals, and are left alone.
const LONGEST: usize = 24;

/// Letters after a name that stand for an office or an order.
const LETTERS: [u64; 13] = [
    fold::hash("qc"),
    fold::hash("kc"),
    fold::hash("mp"),
    fold::hash("mep"),
    fold::hash("msp"),
    fold::hash("obe"),
    fold::hash("mbe"),
    fold::hash("cbe"),
    fold::hash("kbe"),
    fold::hash("dbe"),
    fold::hash("phd"),
    fold::hash("md"),
    fold::hash("frs"),
];
const AND: u64 = fold::hash("and");
const OF: u64 = fold::hash("of");

/// Cuts mentions down to names, and apart where they hold two. Whether any changed.
///
/// # Complexity
/// Linear: a mention of more than 24 tokens is not read.
pub(super) fn repair<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>, forms: &Forms) -> bool {
    let mut repairer = Repairer { document, forms, words: Vec::new() };
    let mut changed = false;
    let mut split = Vec::new();
    for mention in mentions.iter_mut() {
        for _ in 0..MOST_ROUNDS {
            let Some(cut) = repairer.cut(mention) else { break };
            changed = true;
            if let Some((tokens, kind)) = cut.rest {
                let mut second = mention.clone();
                second.kind = kind;
                second.set_tokens(document, tokens);
                split.push(second);
            }
            mention.kind = cut.kind;
            mention.set_tokens(document, cut.tokens);
        }
    }
    if !split.is_empty() {
        mentions.append(&mut split);
        mentions.sort_by_key(|mention| mention.tokens.start);
    }
    changed
}

/// What is left of a mention, and what else was in it.
struct Cut {
    tokens: TokenRange,
    kind: EntityKind,
    rest: Option<(TokenRange, EntityKind)>,
}

struct Repairer<'r, 't> {
    document: &'r Document<'t>,
    forms: &'r Forms,
    words: Vec<Word>,
}

impl Repairer<'_, '_> {
    fn cut(&mut self, mention: &Mention<'_>) -> Option<Cut> {
        let tokens = mention.tokens;
        if !(2..=LONGEST).contains(&tokens.len()) || mention.known.is_some() {
            return None;
        }
        let kind = mention.kind;
        self.bracket(tokens, kind)
            .or_else(|| self.titled_tail(tokens, kind))
            .or_else(|| self.title(tokens, kind))
            .or_else(|| self.letters(tokens, kind))
            .or_else(|| self.comma(tokens, kind))
            .or_else(|| self.owned(tokens, kind))
            .or_else(|| self.place_of_office(tokens, kind))
            .or_else(|| self.of_country(tokens, kind))
            .or_else(|| self.pair(tokens, kind))
    }

    /// "Deutsche Welle (DW)" holds a name and its acronym. Works keep their brackets: songs have them.
    fn bracket(&self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let of_kind = |token: usize| self.document.tokens()[token].kind();
        let open = range.clone().skip(1).find(|&token| self.document.token_text(token) == "(")?;
        let close = (open + 1..range.end).find(|&token| of_kind(token) == TokenKind::Close);
        let rest = close.filter(|&close| close > open + 1).map(|close| (TokenRange::new(open + 1, close), kind));
        (kind != EntityKind::Other).then_some(Cut { tokens: TokenRange::new(range.start, open), kind, rest })
    }

    /// "Sayyid Ali Khamenei", "Broadcaster Piers Morgan": a title at the head of a person's name. Of the
    /// 700 titles before names in our annotated news six are part of the name, "Captain America" among
    /// them; what is also a given name ("Earl", "Victor") stays.
    fn title(&self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let first = tokens.start as usize;
        let next = self.document.tokens()[first + 1];
        // "Mayor de Blasio"
        let is_name = next.shape().is_capitalised()
            || tokens.len() > 2 && part_of(self.document.hash(first + 1)) == Some(Part::Particle);
        let is_cut = kind == EntityKind::Person && next.is_word() && is_name && self.is_title(first);
        is_cut.then(|| keep(first + 1, tokens, kind))
    }

    /// "Kama Melly QC": letters after a name are a title too.
    fn letters(&self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let last = range.end - 1;
        let is_cut = kind == EntityKind::Person
            && self.document.tokens()[last].shape().case() == Case::Upper
            && LETTERS.contains(&plain::hash(self.document, last));
        let end = if self.document.fold(last - 1) == "," { last - 1 } else { last };
        (is_cut && end > range.start).then(|| Cut { tokens: TokenRange::new(range.start, end), kind, rest: None })
    }

    /// "Boris Johnson, the Queen": a person's name has a comma only before "Jr." and the like.
    fn comma(&self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let comma = range.clone().skip(1).find(|&token| self.document.token_text(token) == ",")?;
        let is_suffix = |token| matches!(part_of(plain::hash(self.document, token)), Some(Part::Suffix));
        let is_cut = kind == EntityKind::Person && comma + 1 < range.end && !is_suffix(comma + 1);
        is_cut.then(|| Cut { tokens: TokenRange::new(range.start, comma), kind, rest: None })
    }

    /// "Toronto's Anime North": an owner whom the article names elsewhere is a name of its own.
    fn owned(&mut self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let clitic = range.clone().skip(1).find(|&token| self.document.tokens()[token].kind() == TokenKind::Clitic)?;
        let is_name = self.document.tokens().get(clitic + 1)?.shape().is_capitalised() && clitic + 1 < range.end;
        let owner = TokenRange::new(range.start, clitic);
        let own = self.kind_elsewhere(owner).filter(|_| is_name && kind != EntityKind::Person)?;
        Some(Cut { rest: Some((owner, own)), ..keep(clitic + 1, tokens, kind) })
    }

    /// "Mayor of London Sadiq Khan": the first word is the place of the office before it.
    fn place_of_office(&mut self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let start = tokens.start as usize;
        let is_office = kind == EntityKind::Person
            && tokens.len() >= 3
            && start >= 2
            && self.document.hash(start - 1) == OF
            && noun::is_noun(self.document, start - 2);
        let head = TokenRange::new(start, start + 1);
        (is_office && atlas::is_settled(self.key(head)))
            .then(|| Cut { rest: Some((head, EntityKind::Place)), ..keep(start + 1, tokens, kind) })
    }

    fn is_title(&self, token: usize) -> bool {
        self.document.tokens()[token].shape().is_capitalised()
            && Gazetteer::embedded().facts(self.document.hash(token)).given() == 0
            && (matches!(part_of(plain::hash(self.document, token)), Some(Part::Mister | Part::Madam | Part::Title))
                || noun::is_noun(self.document, token))
    }

    /// "President of France Emmanuel Macron", "U.S. Attorney Bash", "MSNBC Cummings": the tail is a
    /// person whom the article names elsewhere, behind a title, a country or an acronym.
    fn titled_tail(&mut self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let start = (range.start + 1..range.end).find(|&start| {
            let before = TokenRange::new(start - 1, start);
            let is_acronym = kind == EntityKind::Person
                && start == range.start + 1
                && self.is_upper(start - 1)
                && !self.is_upper(start);
            let leads = self.is_title(start - 1) || is_acronym || country::of_name(self.key(before)).is_some();
            leads
                && self.document.tokens()[start].shape().is_capitalised()
                && self.kind_elsewhere(TokenRange::new(start, range.end)) == Some(EntityKind::Person)
        })?;
        let head = TokenRange::new(range.start, range.start + 1);
        let rest = match country::of_name(self.key(head)) {
            Some(_) => Some((head, EntityKind::Place)),
            None if self.is_upper(range.start) => Some((head, EntityKind::Organisation)),
            None => None,
        };
        Some(Cut { rest, ..keep(start, tokens, EntityKind::Person) })
    }

    fn is_upper(&self, token: usize) -> bool {
        self.document.tokens()[token].shape().case() == Case::Upper && self.document.fold(token).len() > 2
    }

    /// "Abderrahman Samba of Qatar": a full name, and the country that sent the person.
    fn of_country(&mut self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let of = range.clone().skip(2).find(|&token| self.document.hash(token) == OF)?;
        let place = TokenRange::new(of + 1, range.end);
        let is_country = kind == EntityKind::Person && country::of_name(self.key(place)).is_some();
        is_country.then_some(Cut {
            tokens: TokenRange::new(range.start, of),
            kind,
            rest: Some((place, EntityKind::Place)),
        })
    }

    /// "Ann and Bob Roe", "Woolworths and Coles": two names. A body keeps its "and" unless an article
    /// follows it or both sides are named elsewhere: of 28 bodies with "and" in our annotated news none
    /// fits either.
    fn pair(&mut self, tokens: TokenRange, kind: EntityKind) -> Option<Cut> {
        let range = tokens.range();
        let and = range.clone().skip(1).find(|&token| self.document.hash(token) == AND)?;
        let has_article = self.document.fold(and + 1) == "the";
        let left = TokenRange::new(range.start, and);
        let right = TokenRange::new(and + 1 + usize::from(has_article), range.end);
        if right.is_empty() || kind == EntityKind::Other || country::of_name(self.key(tokens)).is_some() {
            return None;
        }
        let (first, second) = (self.kind_elsewhere(left), self.kind_elsewhere(right));
        let is_pair = match kind {
            EntityKind::Person => true,
            EntityKind::Place => !has_article && (first == Some(kind) || second == Some(kind)),
            EntityKind::Organisation | EntityKind::Other => {
                has_article && self.is_body(left) || first.is_some() && second.is_some()
            }
        };
        is_pair.then(|| Cut { tokens: left, kind: first.unwrap_or(kind), rest: Some((right, second.unwrap_or(kind))) })
    }

    /// Whether the words begin like the name of a body that "of" goes on: "Ministry of Health".
    fn is_body(&self, tokens: TokenRange) -> bool {
        tokens.len() >= 3 && self.document.hash(tokens.start as usize + 1) == OF
    }

    /// The kind that the article gives these words where they stand as a name of their own.
    fn kind_elsewhere(&mut self, tokens: TokenRange) -> Option<EntityKind> {
        let key = self.key(tokens);
        let form = &self.forms.list[self.forms.get(key)?];
        (form.count > 0).then(|| form.kind())
    }

    fn key(&mut self, tokens: TokenRange) -> u64 {
        self.words.clear();
        name::read(self.document, tokens, &mut self.words);
        name::key_of(&self.words)
    }
}

/// The mention from `start` on.
fn keep(start: usize, tokens: TokenRange, kind: EntityKind) -> Cut {
    Cut { tokens: TokenRange::new(start, tokens.end as usize), kind, rest: None }
}
