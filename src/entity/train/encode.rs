//! Examples to labels and numbers of features.

use super::super::feature::{features, key};
use super::super::label::{self, KINDS, Part};
use super::super::reading::Reading;
use super::{Example, Options};
use crate::lexicon::Gazetteer;
use crate::text::Document;

/// The names of an example as tokens of a document: first, after the last, and kind.
pub(super) fn names(document: &Document<'_>, example: &Example) -> Vec<(usize, usize, usize)> {
    let tokens = document.tokens();
    let mut names = Vec::new();
    for &(span, kind) in &example.names {
        let first = document.token_at(span.start());
        let mut after = first;
        while after < tokens.len() && tokens[after].span().start() < span.end() {
            after += 1;
        }
        let kind = KINDS.iter().position(|&known| known == kind).unwrap_or(3);
        if after > first {
            names.push((first, after, kind));
        }
    }
    names
}

/// The label of each token of a document.
pub(super) fn labels(document: &Document<'_>, example: &Example) -> Vec<u8> {
    let mut labels = vec![label::OUTSIDE as u8; document.tokens().len()];
    for (first, after, kind) in names(document, example) {
        if labels[first..after].iter().any(|&label| label != 0) {
            continue;
        }
        for (at, slot) in labels.iter_mut().enumerate().take(after).skip(first) {
            let part = match (at == first, at + 1 == after) {
                (true, true) => Part::Unit,
                (true, false) => Part::Begin,
                (false, true) => Part::Last,
                (false, false) => Part::Inside,
            };
            *slot = label::label(kind, part) as u8;
        }
    }
    labels
}

/// Cuts at the edges of a segment what the closed tokens around it cannot continue.
pub(super) fn repair(labels: &mut [u8]) {
    let mut last = label::OUTSIDE;
    for slot in &mut *labels {
        let next = *slot as usize;
        if !label::may_follow(last, next) {
            *slot = match label::meaning(next) {
                Some((kind, Part::Inside)) => label::label(kind, Part::Begin) as u8,
                Some((kind, Part::Last)) => label::label(kind, Part::Unit) as u8,
                _ => label::OUTSIDE as u8,
            };
        }
        last = *slot as usize;
    }
    if let Some(last) = labels.last_mut() {
        *last = match label::meaning(*last as usize) {
            Some((kind, Part::Begin)) => label::label(kind, Part::Unit) as u8,
            Some((kind, Part::Inside)) => label::label(kind, Part::Last) as u8,
            _ => *last,
        };
    }
}

/// Reads an example and gives each segment's labels, then the features of each of its tokens.
pub(super) fn segments(
    example: &Example,
    reading: &mut Reading,
    options: &Options,
    mut sink: impl FnMut(&[u8], &mut dyn FnMut(usize, &mut dyn FnMut(u32))),
) {
    let document = Document::new(&example.text, &example.blocks);
    let labels = labels(&document, example);
    reading.read(&document, Gazetteer::embedded(), options.letters);
    let mut own = Vec::new();
    for segment in reading.segments.iter().map(|segment| segment.tokens) {
        own.clear();
        own.extend_from_slice(&labels[segment.range()]);
        repair(&mut own);
        sink(&own, &mut |at, add| {
            features(&document, reading, segment.start as usize + at, |template, value| {
                if options.has(template) {
                    add(key(template, value));
                }
            });
        });
    }
}
