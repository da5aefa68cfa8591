//! A digest made by hand, so that the faces are tested on what the stages ought to find.
//!
//! Mark-up: `{P1|Ana Ruiz}` a person (O, L, M: organisation, place, other), `{N|40}` a count,
//! `{$|$3m}` money, `{D=2024-03-14|Thursday}` a time, `{S1|“No,”}` words of entity 1, `{S|“No.”}`
//! words of nobody known.

use std::borrow::Cow;

use crate::article::{Article, Block, BlockKind};
use crate::detail::Detail;
use crate::digest::Digest;
use crate::entity::{Entity, EntityId, EntityKind, Mention};
use crate::figure::{Currency, Decimal, Figure, FigureKind, Hedge, Quantity, Value};
use crate::quote::{Quote, QuoteKind};
use crate::text::{Document, Excerpt, Span, TokenRange};
use crate::time::{TimeExpression, TimeKind, TimeValue};

/// A text that keeps until the tests end, and its digest.
pub(super) fn digest(marked: &str) -> Digest<'static> {
    let mut text = String::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut spans: Vec<(&str, Span)> = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        text += &rest[..at];
        if rest.as_bytes()[at] == b'{' {
            let bar = at + rest[at..].find('|').expect("a tag ends in a bar");
            open.push((&rest[at + 1..bar], text.len()));
            rest = &rest[bar + 1..];
        } else {
            let (tag, start) = open.pop().expect("a tag is open");
            spans.push((tag, Span::new(start, text.len())));
            rest = &rest[at + 1..];
        }
    }
    text += rest;
    spans.sort_by_key(|(_, span)| span.start());
    let text: &'static str = Box::leak(text.into_boxed_str());

    let article = Article::parse(text);
    let document = Document::new(text, &article.spans());
    let mut digest = Digest {
        text: Cow::Borrowed(text),
        detail: Detail::Standard,
        published: None,
        warnings: Vec::new(),
        title: article.title(),
        authors: Vec::new(),
        blocks: article.blocks().to_vec(),
        sentences: document.sentences().to_vec(),
        tokens: Vec::new(),
        entities: Vec::new(),
        figures: Vec::new(),
        times: Vec::new(),
        quotes: Vec::new(),
        keywords: Vec::new(),
        key_sentences: vec![0],
    };
    for (tag, span) in spans {
        add(&mut digest, tag, Excerpt::new(text, span));
    }
    digest
}

/// The digest of a page of given parts; a date line stands in one line with what follows it.
pub(super) fn page(parts: &[(BlockKind, &str)]) -> Digest<'static> {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for &(kind, part) in parts {
        let start = text.len();
        text += part;
        blocks.push(Block::new(Span::new(start, text.len()), kind));
        text += if kind == BlockKind::Dateline { " " } else { "\n\n" };
    }
    Digest { blocks, ..digest(&text) }
}

fn add(digest: &mut Digest<'static>, tag: &str, words: Excerpt<'static>) {
    let tokens = TokenRange::default();
    let number: Option<u32> = tag[1..].parse().ok();
    match &tag[..1] {
        "N" | "$" => digest.figures.push(Figure {
            words,
            tokens,
            kind: if tag == "$" { FigureKind::Money } else { FigureKind::Count },
            quantity: Quantity { value: Value::Exact(Decimal::new(40, 0)), hedge: Hedge::MoreThan },
            unit: None,
            currency: (tag == "$").then_some(Currency::new(*b"USD")),
            currency_assumed: false,
            of: None,
            iso: None,
            change: None,
            attributed_to: None,
            time: None,
            confidence: 0.9,
            why: Vec::new(),
        }),
        "D" => digest.times.push(TimeExpression {
            words,
            tokens,
            kind: TimeKind::Date,
            value: tag.split_once('=').and_then(|(_, value)| TimeValue::sample(value)),
            anchor: None,
            confidence: 0.9,
            why: Vec::new(),
        }),
        "S" => digest.quotes.push(Quote {
            kind: QuoteKind::Direct,
            pieces: vec![words],
            speaker: number.map(|id| EntityId(id - 1)),
            speaker_words: None,
            cue: None,
            confidence: 0.9,
            why: Vec::new(),
        }),
        letter => {
            let kind = match letter {
                "P" => EntityKind::Person,
                "O" => EntityKind::Organisation,
                "L" => EntityKind::Place,
                _ => EntityKind::Other,
            };
            let index = number.expect("a name has a number") as usize - 1;
            let mention = Mention { words, tokens, kind, confidence: 0.9, known: None, why: Vec::new() };
            if index == digest.entities.len() {
                digest.entities.push(Entity {
                    kind,
                    name: Cow::Owned(mention.words.text().to_owned()),
                    aliases: Vec::new(),
                    roles: Vec::new(),
                    salience: 0.5,
                    confidence: 0.9,
                    ambiguous_with: Vec::new(),
                    country: None,
                    location: None,
                    place_kind: None,
                    candidates: Vec::new(),
                    lexicon_id: None,
                    mentions: Vec::new(),
                    why: Vec::new(),
                });
            }
            digest.entities[index].mentions.push(mention);
        }
    }
}
