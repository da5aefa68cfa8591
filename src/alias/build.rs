//! Build: sets of forms to entities, with name, aliases, kind and confidence.
use std::borrow::Cow;

use super::form::{Forms, Sets, Votes};
use super::namesake::{Contest, Owner};
use super::vote;
use crate::detail::Detail;
use crate::entity::{Entity, EntityId, EntityKind, Mention};
use crate::lexicon::name::{self, Person};
use crate::lexicon::{Keys, Lexicon};
use crate::text::{Case, Document, fold};

/// What entities are built from: for each mention its form and its owner.
pub(super) struct Build<'b, 't> {
    pub(super) document: &'b Document<'t>,
    pub(super) lexicon: &'b Lexicon,
    pub(super) detail: Detail,
    pub(super) forms: &'b Forms,
    pub(super) of: &'b [u32],
    pub(super) owners: &'b [Owner],
}

/// An entity in the making.
#[derive(Debug, Default)]
struct Draft<'t> {
    mentions: Vec<Mention<'t>>,
    votes: Votes,
    /// How well the best form so far serves as the full name, and the text it is written in.
    name: (Fullness, &'t str),
    /// Distinct ways of writing, in the order of the article.
    written: Vec<&'t str>,
    known: Option<u32>,
}

/// How full a name is: of two names the greater is the fuller.
type Fullness = (bool, u8, bool, u32);

impl<'t> Build<'_, 't> {
    /// The entities in the order of their first mention.
    pub(super) fn entities(
        &self,
        mentions: Vec<Mention<'t>>,
        sets: &mut Sets,
        contests: &[Contest],
    ) -> Vec<Entity<'t>> {
        let mut number_of = vec![u32::MAX; self.forms.list.len()];
        let mut drafts: Vec<Draft<'t>> = Vec::new();
        let mut seen = Keys::default();
        for ((mut mention, &form), owner) in mentions.into_iter().zip(self.of).zip(self.owners) {
            let root = sets.root(owner.form as usize);
            if number_of[root] == u32::MAX {
                number_of[root] = drafts.len() as u32;
                drafts.push(Draft::default());
            }
            let draft = &mut drafts[number_of[root] as usize];
            let text = self.document.range_text(mention.tokens);
            if seen.insert(name::join(number_of[root].into(), fold::hash(text))) {
                draft.written.push(text);
            }
            let fullness = self.fullness(form as usize, &mention, text);
            if draft.mentions.is_empty() || fullness > draft.name.0 {
                draft.name = (fullness, text);
            }
            mention.confidence *= owner.certainty;
            draft.known = draft.known.or(mention.known);
            vote::add(self.document, &mention, &mut draft.votes);
            draft.mentions.push(mention);
        }
        let mut list: Vec<Entity<'t>> = drafts.into_iter().map(|draft| self.finish(draft)).collect();
        for contest in contests {
            set_rivals(&mut list, contest, |form| number_of[sets.root(form)]);
        }
        list
    }

    /// How well a form serves as the name of its entity: a full name before an acronym, one with
    /// more words before one with fewer, one in small letters before one in capitals, and the one
    /// that the article has more often.
    fn fullness(&self, form: usize, mention: &Mention<'_>, text: &str) -> Fullness {
        let words = self.forms.words(form);
        let tokens = &self.document.tokens()[mention.tokens.range()];
        let count = if mention.kind == EntityKind::Person {
            // "Jeremy Marsh" is fuller than "J. Marsh".
            let person = Person::new(words);
            words[person.start..person.end].iter().map(|word| if word.is_initial { 1 } else { 2 }).sum()
        } else {
            tokens.iter().filter(|token| token.shape().has_space_before()).count()
        };
        let is_acronym = tokens.len() == 1 && tokens[0].shape().case() == Case::Upper;
        let is_shouted = !text.bytes().any(|byte| byte.is_ascii_lowercase());
        (!is_acronym, count.min(usize::from(u8::MAX)) as u8, !is_shouted, self.forms.list[form].count)
    }

    fn finish(&self, mut draft: Draft<'t>) -> Entity<'t> {
        let known = draft.known.and_then(|index| self.lexicon.known().map(|names| (names, index)));
        let kind = known.map_or_else(|| draft.votes.winner(), |(names, index)| names.kind(index));
        let name = known.map_or(Cow::Borrowed(draft.name.1), |(names, index)| Cow::Owned(names.name(index).to_owned()));
        let aliases = draft.written.iter().filter(|text| **text != name).map(|&text| Cow::Borrowed(text)).collect();
        if self.detail == Detail::Full {
            for mention in draft.mentions.iter_mut().filter(|mention| mention.kind != kind) {
                mention.why.push(format!("read as {} here", mention.kind.as_str()).into());
            }
        }
        let why = match self.detail {
            Detail::Full => vec![
                format!("{} mentions in {} forms", draft.mentions.len(), draft.written.len()).into(),
                format!("{:.0} % of the votes are for {}", 100.0 * draft.votes.share(kind), kind.as_str()).into(),
            ],
            Detail::Brief | Detail::Standard => Vec::new(),
        };
        Entity {
            kind,
            confidence: confidence(&draft.mentions, kind, draft.votes),
            name,
            aliases,
            roles: Vec::new(),
            salience: 0.0,
            ambiguous_with: Vec::new(),
            country: None,
            location: None,
            place_kind: None,
            candidates: Vec::new(),
            lexicon_id: known.and_then(|(names, index)| names.id(index)).map(Into::into),
            mentions: draft.mentions,
            why,
        }
    }
}

/// Probability that an entity is what it is taken for: that of its surest mention of this kind,
/// less where other mentions speak for another kind.
fn confidence(mentions: &[Mention<'_>], kind: EntityKind, votes: Votes) -> f32 {
    let of_kind = mentions.iter().filter(|mention| mention.kind == kind).map(|mention| mention.confidence);
    let surest = of_kind.fold(0.0, f32::max);
    let surest = if surest > 0.0 { surest } else { mentions.iter().map(|m| m.confidence).fold(0.0, f32::max) };
    surest * (0.5 + 0.5 * votes.share(kind))
}

/// Notes on both sides which entities a contested surname may mean instead.
fn set_rivals(list: &mut [Entity<'_>], contest: &Contest, mut number_of: impl FnMut(usize) -> u32) {
    // The bare surname is an entity of its own where it is open, else it went to the habitual holder.
    let centre =
        if contest.is_open { Some(contest.short) } else { contest.habit.map(|holder| contest.holders[holder]) };
    let Some(centre) = centre.map(&mut number_of).filter(|&number| number != u32::MAX) else { return };
    for &holder in &contest.holders {
        let holder = number_of(holder);
        if holder == u32::MAX || holder == centre {
            continue;
        }
        for (one, other) in [(centre, holder), (holder, centre)] {
            let rivals = &mut list[one as usize].ambiguous_with;
            if !rivals.contains(&EntityId(other)) {
                rivals.push(EntityId(other));
            }
        }
    }
}
