//! How much the article is about each entity.
//!
//! The salience of an entity is `s / (s + 6)`, where `s` sums its mentions. A mention counts
//!
//! - by zone: headline 3, standfirst 2, body, subheading and list 1, caption 0.5, the rest 0;
//! - by position: in the body `1 + 2 / (1 + n / 4)` after `n` sentences, so 3 in the first and
//!   close to 1 in the end of a long article;
//! - by its place in the sentence: 1.5 where it stands first, 0.75 behind a preposition or as an
//!   owner, 0.5 in brackets, 1 elsewhere;
//! - a tenth where it is a source and no subject: an author of the article, or an agency or paper
//!   that "reported" or was "told".
//!
//! Nationalities and other names count 0.6 of what persons, bodies and places do.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::entity::{Entity, EntityKind, Mention};
use crate::lexicon::{WordClass, class_of, name};
use crate::text::{Document, TokenKind, TokenRange, fold};

/// The sum at which an entity is half of what an article can be about: four mentions in mid-body,
/// one of them first in its sentence, come to it.
const HALF: f32 = 6.0;

/// Names of agencies and papers, by key.
static AGENCIES: Lazy<HashSet<u64>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/agencies.tsv");
    list.lines().filter(|row| !row.is_empty() && !row.starts_with('#')).map(name::key_of_text).collect()
});

/// Sets the salience of every entity.
///
/// # Complexity
/// Linear in the mentions, each of which looks for its sentence.
pub(super) fn salience(article: &Article<'_>, document: &Document<'_>, entities: &mut Entities<'_>) {
    let mut words = Vec::new();
    let mut key_of = |tokens: TokenRange| {
        words.clear();
        name::read(document, tokens, &mut words);
        name::key_of(&words)
    };
    let authors: Vec<u64> = article.authors().iter().map(|author| name::key_of_text(author.text())).collect();
    for entity in entities.list_mut() {
        let is_author =
            is_person(entity) && entity.mentions.iter().take(1).any(|m| authors.contains(&key_of(m.tokens)));
        let is_agency = entity.kind == EntityKind::Organisation
            && entity.mentions.iter().take(1).any(|mention| AGENCIES.contains(&key_of(mention.tokens)));
        let sum: f32 = entity
            .mentions
            .iter()
            .map(|mention| {
                let is_source = is_author || is_agency && is_source(document, mention.tokens);
                weight(article, document, mention) * if is_source { 0.1 } else { 1.0 }
            })
            .sum();
        let sum = if entity.kind == EntityKind::Other { 0.6 * sum } else { sum };
        entity.salience = sum / (sum + HALF);
    }
}

fn is_person(entity: &Entity<'_>) -> bool {
    entity.kind == EntityKind::Person
}

fn weight(article: &Article<'_>, document: &Document<'_>, mention: &Mention<'_>) -> f32 {
    let index = document.sentence_at(mention.tokens.start as usize);
    let sentence = document.sentences()[index];
    let kind = article.blocks().get(sentence.block()).map_or(BlockKind::Body, |block| block.kind());
    let zone = match kind {
        BlockKind::Headline => 3.0,
        BlockKind::Standfirst => 2.0,
        BlockKind::Body | BlockKind::Subheading | BlockKind::List => 1.0 + 2.0 / (1.0 + index as f32 / 4.0),
        BlockKind::Caption => 0.5,
        BlockKind::Byline
        | BlockKind::Dateline
        | BlockKind::Timestamp
        | BlockKind::Credit
        | BlockKind::Related
        | BlockKind::Appeal
        | BlockKind::AuthorNote
        | BlockKind::Correction
        | BlockKind::Legal => 0.0,
    };
    zone * place_in_sentence(document, mention.tokens, sentence.tokens())
}

fn place_in_sentence(document: &Document<'_>, mention: TokenRange, sentence: TokenRange) -> f32 {
    let (start, end) = (mention.start as usize, mention.end as usize);
    let before = start.checked_sub(1).filter(|&before| sentence.contains(before));
    let is_owner = sentence.contains(end) && document.fold(end) == "'s";
    match before {
        None if is_owner => 1.0,
        None => 1.5,
        Some(before) if document.tokens()[before].kind() == TokenKind::Open => 0.5,
        Some(before) if is_owner || class_of(document.hash(before)) == Some(WordClass::Preposition) => 0.75,
        // "On Monday President Arce", "The Senate": still the subject of a short opening.
        Some(_) if start - sentence.start as usize <= 2 => 1.5,
        Some(_) => 1.0,
    }
}

/// Whether a paper or agency is named for what it was told or reported.
fn is_source(document: &Document<'_>, mention: TokenRange) -> bool {
    const BEFORE: [u64; 7] = {
        use fold::hash;
        [hash("told"), hash("to"), hash("by"), hash("with"), hash("per"), hash("from"), hash("(")]
    };
    const AFTER: [u64; 7] = {
        use fold::hash;
        [hash("reported"), hash("reports"), hash("said"), hash("says"), hash("quoted"), hash("that"), hash(")")]
    };
    let before = (mention.start as usize).checked_sub(1).map(|token| document.hash(token));
    let before = match before {
        // "told the Guardian"
        Some(hash) if class_of(hash) == Some(WordClass::Determiner) => {
            (mention.start as usize).checked_sub(2).map(|token| document.hash(token))
        }
        found => found,
    };
    let after = document.tokens().get(mention.end as usize).map(|_| document.hash(mention.end as usize));
    before.is_some_and(|hash| BEFORE.contains(&hash)) || after.is_some_and(|hash| AFTER.contains(&hash))
}
