//! Why a name was read as it was: the features that weighed most for its labels, in words.

use super::feature::{Template, features, key};
use super::label::{self, KINDS};
use super::memory::Memory;
use super::reading::Reading;
use super::rows::{Advantages, Rows};
use crate::detail::Reasons;
use crate::lexicon::Lists;
use crate::text::{Document, TokenRange};

/// Reasons given for a name: what a reader takes in at a glance.
const REASONS: usize = 3;

/// Tokens of a name that are asked: it bounds the cost of a name of a thousand words.
const TOKENS: usize = 8;

/// The strongest reasons for the labels of a name, the first the strongest.
pub(super) fn reasons(
    document: &Document<'_>,
    reading: &Reading,
    memory: &Memory,
    rows: &Rows,
    tokens: TokenRange,
    labels: &[u8],
) -> Reasons {
    let mut causes: Vec<(String, i32)> = Vec::new();
    for (token, &label) in tokens.range().zip(labels).take(TOKENS) {
        let mut add = |template, value| {
            let Some(row) = rows.get(key(template, value)) else { return };
            let weight = advantage(row, label as usize);
            if weight <= 0 {
                return;
            }
            if let Some(phrase) = phrases(document, reading, token, label as usize, template, value) {
                match causes.iter_mut().find(|cause| cause.0 == phrase) {
                    Some(cause) => cause.1 += weight,
                    None => causes.push((phrase, weight)),
                }
            }
        };
        features(document, reading, token, &mut add);
        memory.features(document, reading, token, &mut add);
    }
    // The sort is stable: of two equal reasons the one nearer to the front of the name comes first.
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.1));
    causes.truncate(REASONS);
    causes.into_iter().map(|(phrase, _)| phrase.into()).collect()
}

/// How much a feature speaks for a label against all others and against no name at all.
fn advantage(row: &Advantages, label: usize) -> i32 {
    let Some(index) = label.checked_sub(label::OUTSIDE + 1) else { return 0 };
    let own = i32::from(row.0[index]);
    let (sum, labels) = row.0.iter().fold((0, 0), |(sum, labels), &advantage| (sum + i32::from(advantage), labels + 1));
    own - ((sum - own) / labels).max(0)
}

/// The feature in words; none for features that have no short ones.
fn phrases(
    document: &Document<'_>,
    reading: &Reading,
    token: usize,
    label: usize,
    template: Template,
    value: u64,
) -> Option<String> {
    use Template as T;
    let word = |token: Option<usize>| token.filter(|&token| token < reading.word.len()).map(|t| document.token_text(t));
    let (first, last) = (reading.run_start[token] as usize, reading.run_end[token] as usize);
    match template {
        T::Written | T::Word => Some(format!("the word itself: {}", document.token_text(token))),
        T::Prefix | T::Suffix | T::Shape | T::Cluster | T::Narrow | T::Wide => {
            Some(format!("how the word is formed or used: {}", document.token_text(token)))
        }
        T::PersonName | T::NamesAfter if value >> 8 != 0 => {
            let facts = reading.facts(token);
            match (facts.given() > 0, facts.surname() > 0) {
                (true, _) => Some(format!("a given name: {}", document.token_text(token))),
                (false, true) => Some(format!("a family name: {}", document.token_text(token))),
                _ => None,
            }
        }
        T::FactsBefore if token > 0 && reading.facts(token - 1).title() > 0 => {
            Some(format!("title before: {}", document.token_text(token - 1)))
        }
        T::WordBefore | T::PairBefore2 | T::ClusterBefore => {
            word(token.checked_sub(1)).map(|word| format!("word before: {word}"))
        }
        T::RunBefore | T::RunBeforeCluster => word(first.checked_sub(1)).map(|word| format!("word before: {word}")),
        T::WordAfter | T::PairAfter2 | T::ClusterAfter => {
            word(Some(token + 1)).map(|word| format!("word after: {word}"))
        }
        T::RunAfter | T::RunAfterCluster => word(Some(last)).map(|word| format!("word after: {word}")),
        T::RunLast | T::RunLastCluster => word(last.checked_sub(1)).map(|word| format!("last word: {word}")),
        T::RunFirst | T::RunFirstCluster => word(Some(first)).map(|word| format!("first word: {word}")),
        T::Listed if value >> 40 == 0 => {
            Lists::NAMES.get((value >> 16) as usize).map(|list| format!("in list: {list}"))
        }
        T::Bracketed => Some("alone in brackets".to_owned()),
        T::ElsewhereBefore
        | T::ElsewhereAfter
        | T::ElsewhereBeforeCluster
        | T::ElsewhereAfterCluster
        | T::ElsewhereRun => Some("words around it elsewhere in the article".to_owned()),
        T::MemoryKind | T::MemoryMost | T::MemoryLast | T::MemoryPair => {
            let (kind, _) = label::meaning(label)?;
            Some(format!("seen as {} elsewhere in the article", KINDS[kind].as_str()))
        }
        T::MemoryAcronym => Some("initials of a name in the article".to_owned()),
        _ => None,
    }
}
