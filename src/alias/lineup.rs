//! Line-ups: what stands behind a team's formation are players, whatever towns are called so.

use std::ops::Range;

use crate::detail::Detail;
use crate::entity::{EntityKind, Mention};
use crate::text::{Case, Document, Excerpt, TokenKind, TokenRange};

/// Probability that a name in a line-up is a player's.
const PLAYER: f32 = 0.9;
/// A longer run of words with capitals is no player.
const LONGEST_NAME: usize = 4;
/// "(4-2-3-1)" has seven tokens or one.
const LONGEST_FORMATION: usize = 9;
/// How far behind a formation a sentence would show.
const NEAR: usize = 12;

/// Makes persons of the names behind "Rovers (4-3-3): Finch; Bolton, Preston, ...", up to the end of the
/// paragraph.
///
/// # Complexity
/// Linear: the paragraph of a formation is read once.
pub(super) fn read<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>, detail: Detail) {
    let mut players: Vec<TokenRange> = Vec::new();
    let tokens = document.tokens();
    let mut at = 0;
    while let Some(open) = (at..tokens.len()).find(|&open| tokens[open].kind() == TokenKind::Open) {
        at = open + 1;
        let Some(after) = formation(document, open).filter(|&after| is_list(document, after)) else { continue };
        at = block_end(document, open);
        names(document, after..at, &mut players);
    }
    if players.is_empty() {
        return;
    }
    let is_player = |mention: &Mention<'_>| {
        let next = players.partition_point(|player| player.end <= mention.tokens.start);
        players.get(next).is_some_and(|player| player.start < mention.tokens.end)
    };
    mentions.retain(|mention| mention.known.is_some() || !is_player(mention));
    let known: Vec<TokenRange> =
        mentions.iter().filter(|mention| is_player(mention)).map(|known| known.tokens).collect();
    let free = players.iter().filter(|player| {
        let next = known.partition_point(|known| known.end <= player.start);
        known.get(next).is_none_or(|known| known.start >= player.end)
    });
    mentions.extend(free.map(|&tokens| Mention {
        words: Excerpt::new(document.text(), document.range_span(tokens)),
        tokens,
        kind: EntityKind::Person,
        confidence: PLAYER,
        known: None,
        why: if detail == Detail::Full { vec!["in a line-up".into()] } else { Vec::new() },
    }));
    mentions.sort_by_key(|mention| mention.tokens.start);
}

/// The token after a formation in brackets: single digits that add up to ten players, or eleven.
fn formation(document: &Document<'_>, open: usize) -> Option<usize> {
    let tokens = document.tokens();
    let near = open + 1..tokens.len().min(open + LONGEST_FORMATION + 1);
    let close = near.clone().find(|&token| tokens[token].kind() == TokenKind::Close)?;
    if close == open + 1 {
        return None;
    }
    let (mut sum, mut lines) = (0, 0);
    for line in document.range_text(TokenRange::new(open + 1, close)).split(['-', '–']) {
        let &[digit @ b'1'..=b'9'] = line.as_bytes() else { return None };
        sum += u32::from(digit - b'0');
        lines += 1;
    }
    (lines >= 3 && (10..=11).contains(&sum)).then_some(close + 1)
}

/// Whether names follow and not a sentence: "The visitors (4-4-2) were on top".
fn is_list(document: &Document<'_>, after: usize) -> bool {
    let near = after..document.tokens().len().min(after + NEAR);
    near.filter(|&token| is_plain_word(document, token)).count() <= 1
}

fn is_plain_word(document: &Document<'_>, token: usize) -> bool {
    document.tokens()[token].kind() == TokenKind::Word && document.tokens()[token].shape().case() == Case::Lower
}

fn block_end(document: &Document<'_>, token: usize) -> usize {
    let sentences = document.sentences();
    let first = document.sentence_at(token);
    let block = sentences[first].block();
    let count = sentences[first..].iter().take_while(|sentence| sentence.block() == block).count();
    sentences[first + count - 1].tokens().end as usize
}

/// The runs of words with capitals in a list; what a colon or another formation follows is a label.
fn names(document: &Document<'_>, list: Range<usize>, players: &mut Vec<TokenRange>) {
    let tokens = document.tokens();
    let is_name = |token: usize| {
        tokens[token].is_word()
            && (tokens[token].shape().is_capitalised() || tokens[token].shape().case() == Case::Mixed)
    };
    let mut at = list.start;
    while at < list.end {
        if !is_name(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < list.end
            && (is_name(at)
                || at + 1 < list.end && is_name(at + 1) && (is_plain_word(document, at) || is_hyphen(document, at)))
        {
            at += 1;
        }
        let is_label = at < list.end && (document.fold(at) == ":" || formation(document, at).is_some());
        if !is_label && at - start <= LONGEST_NAME {
            players.push(TokenRange::new(start, at));
        }
    }
}

fn is_hyphen(document: &Document<'_>, token: usize) -> bool {
    let found = document.tokens()[token];
    found.kind() == TokenKind::Dash && !found.shape().has_space_before()
}
