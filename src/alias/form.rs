//! Forms: the different ways in which names are written in an article, each with its mentions.
use crate::entity::{EntityKind, Mention};
use crate::lexicon::ByKey;
use crate::lexicon::name::{self, Person, Word};
use crate::text::{Document, TokenRange};

/// How sure the mentions of something are of each kind: sums of their confidences.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Votes([f32; 4]);

const KINDS: [EntityKind; 4] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

const fn slot(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
        EntityKind::Other => 3,
    }
}

impl Votes {
    pub(super) fn add(&mut self, kind: EntityKind, weight: f32) {
        self.0[slot(kind)] += weight;
    }

    /// The kind with most votes; of equals the one that stands first in [`EntityKind`].
    pub(super) fn winner(&self) -> EntityKind {
        let mut best = 0;
        for index in 1..KINDS.len() {
            if self.0[index] > self.0[best] {
                best = index;
            }
        }
        KINDS[best]
    }

    /// The part of all votes that `kind` has, 0 to 1.
    pub(super) fn share(&self, kind: EntityKind) -> f32 {
        let all: f32 = self.0.iter().sum();
        if all > 0.0 { self.0[slot(kind)] / all } else { 0.0 }
    }
}

/// One way in which a name is written, whatever its accents, case of letters and possessive.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) key: u64,
    /// Where its words lie in the pool.
    words: (u32, u32),
    pub(super) votes: Votes,
    /// How many mentions have it.
    pub(super) count: u32,
    /// Greatest confidence of a mention.
    pub(super) confidence: f32,
    /// Index of the name in the user's lexicon.
    pub(super) known: Option<u32>,
}

impl Form {
    pub(super) fn kind(&self) -> EntityKind {
        self.votes.winner()
    }
}

/// All forms of an article, by key.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) list: Vec<Form>,
    pool: Vec<Word>,
    by_key: ByKey<u32>,
}

impl Forms {
    /// The forms of a list of mentions, and for each mention its form.
    pub(super) fn read(document: &Document<'_>, mentions: &[Mention<'_>]) -> (Self, Vec<u32>) {
        let mut forms = Self::default();
        let of = mentions.iter().map(|mention| forms.add(document, mention) as u32).collect();
        (forms, of)
    }

    /// The words of a form.
    pub(super) fn words(&self, form: usize) -> &[Word] {
        let (start, end) = self.list[form].words;
        &self.pool[start as usize..end as usize]
    }

    pub(super) fn get(&self, key: u64) -> Option<usize> {
        self.by_key.get(&key).map(|&form| form as usize)
    }

    /// The form of a mention, which is made if it is the first of it.
    fn add(&mut self, document: &Document<'_>, mention: &Mention<'_>) -> usize {
        let form = self.intern(document, mention.tokens, mention.known, mention.kind);
        let found = &mut self.list[form];
        found.count += 1;
        super::vote::add(document, mention, &mut found.votes);
        found.confidence = found.confidence.max(mention.confidence);
        form
    }

    fn intern(&mut self, document: &Document<'_>, tokens: TokenRange, known: Option<u32>, kind: EntityKind) -> usize {
        let start = self.pool.len();
        name::read(document, tokens, &mut self.pool);
        if kind == EntityKind::Person {
            // "Mr Warner" and "Warner" are one form.
            let person = Person::new(&self.pool[start..]);
            self.pool.drain(start..start + person.start);
        }
        let mut key = name::key_of(&self.pool[start..]);
        if self.pool.len() == start {
            // Nothing but signs: its own form, by its characters.
            key = name::join(u64::MAX, crate::text::fold::hash(document.range_text(tokens)));
        }
        if let Some(index) = known {
            key = name::join(key, u64::from(index) + 1);
        }
        if let Some(&form) = self.by_key.get(&key) {
            self.pool.truncate(start);
            return form as usize;
        }
        let form = self.list.len();
        self.list.push(Form {
            key,
            words: (start as u32, self.pool.len() as u32),
            votes: Votes::default(),
            count: 0,
            confidence: 0.0,
            known,
        });
        self.by_key.insert(key, form as u32);
        form
    }
}

/// Sets of forms that name one entity: each set is known by its least form.
#[derive(Debug)]
pub(super) struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    pub(super) fn new(len: usize) -> Self {
        Self { parent: (0..len as u32).collect() }
    }

    /// The form that stands for the set of `form`.
    pub(super) fn root(&mut self, form: usize) -> usize {
        let mut at = form;
        while self.parent[at] as usize != at {
            // Halving the path keeps it short without a second walk.
            let above = self.parent[self.parent[at] as usize];
            self.parent[at] = above;
            at = above as usize;
        }
        at
    }

    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one.max(other)] = one.min(other) as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_known_by_its_least_form() {
        let mut sets = Sets::new(4);
        sets.join(3, 1);
        sets.join(2, 3);
        assert_eq!((0..4).map(|form| sets.root(form)).collect::<Vec<_>>(), [0, 1, 1, 1]);
    }

    #[test]
    fn the_kind_of_most_votes_wins() {
        let mut votes = Votes::default();
        votes.add(EntityKind::Organisation, 0.6);
        votes.add(EntityKind::Person, 0.5);
        votes.add(EntityKind::Person, 0.4);
        assert_eq!(votes.winner(), EntityKind::Person);
        assert!(votes.share(EntityKind::Person) > 0.59);
    }
}
