//! Words that are quoted twice: a headline's “a kick in the teeth” has the speaker whom the story names.

use super::Quote;
use crate::detail::Detail;
use crate::lexicon::ByKey;
use crate::lexicon::name;
use crate::text::{Document, TokenRange};

/// Sureness that the same words are the same person's, beside the sureness of who that is: too few in
/// annotated news to count.
const REPEATED: f32 = 0.9;
/// How many words are compared.
const MOST_WORDS: usize = 40;

/// A piece of a quotation: the index of the quotation, and its tokens with their marks.
pub(super) type Piece = (usize, TokenRange);

/// Gives quotations without a speaker the one whose quotation holds the same words.
///
/// # Complexity
/// Linear in the quoted words.
pub(super) fn settle(document: &Document<'_>, quotes: &mut [Quote<'_>], pieces: &[Piece], detail: Detail) {
    let is_needy =
        |quote: &Quote<'_>| quote.speaker.is_none() && quote.speaker_words.is_none() && quote.pieces.len() == 1;
    if !quotes.iter().any(is_needy) {
        return;
    }
    let words: Vec<Vec<u64>> = pieces.iter().map(|&(_, tokens)| words(document, tokens)).collect();
    let mut first_at: ByKey<(usize, usize)> = ByKey::default();
    for (index, &(quote, _)) in pieces.iter().enumerate() {
        if quotes[quote].speaker.is_some() {
            for (at, pair) in words[index].windows(2).enumerate() {
                first_at.entry(name::join(pair[0], pair[1])).or_insert((index, at));
            }
        }
    }
    for (index, &(quote, _)) in pieces.iter().enumerate() {
        let said = &words[index];
        if !is_needy(&quotes[quote]) || !(2..=MOST_WORDS).contains(&said.len()) {
            continue;
        }
        let Some(&(other, at)) = first_at.get(&name::join(said[0], said[1])) else { continue };
        // Two words of a longer quotation may be a term that both use: “dark web”.
        let is_same = words[other][at..].starts_with(said) && (said.len() > 2 || words[other].len() == said.len());
        if !is_same {
            continue;
        }
        let source = &quotes[pieces[other].0];
        let (speaker, named, confidence) = (source.speaker, source.speaker_words.clone(), source.confidence);
        let quote = &mut quotes[quote];
        quote.speaker = speaker;
        quote.speaker_words = named;
        quote.confidence = confidence * REPEATED;
        if detail == Detail::Full {
            quote.why = vec!["the same words are quoted elsewhere".into()];
        }
    }
}

fn words(document: &Document<'_>, tokens: TokenRange) -> Vec<u64> {
    tokens.range().filter(|&token| document.tokens()[token].is_word()).map(|token| document.hash(token)).collect()
}
