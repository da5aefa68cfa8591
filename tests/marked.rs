//! Texts whose names are marked by hand, so that a test of linking does not depend on the tagger.

use article_digest::text::TokenRange;
use article_digest::{Document, EntityKind, Mention, Span};

/// A text without its marks, and the marked names.
pub(crate) struct Marked {
    /// The text as a reader sees it.
    pub(crate) text: String,
    names: Vec<(Span, EntityKind)>,
}

/// Reads `{P|Evo Morales}`: P a person, O an organisation, L a place, M another name.
pub(crate) fn read(marked: &str) -> Marked {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        text += &rest[..open];
        let (kind, after) = rest[open + 1..].split_once('|').expect("a mark is {P|name}");
        let (name, after) = after.split_once('}').expect("a mark is closed");
        let kind = match kind {
            "P" => EntityKind::Person,
            "O" => EntityKind::Organisation,
            "L" => EntityKind::Place,
            "M" => EntityKind::Other,
            other => panic!("{other:?} is no kind of name"),
        };
        names.push((Span::new(text.len(), text.len() + name.len()), kind));
        text += name;
        rest = after;
    }
    text += rest;
    Marked { text, names }
}

impl Marked {
    /// The marked names as mentions, all as sure as a name in a plain sentence.
    pub(crate) fn mentions<'t>(&self, document: &Document<'t>) -> Vec<Mention<'t>> {
        let at = |span: &Span| TokenRange::new(document.token_at(span.start()), document.token_at(span.end() - 1) + 1);
        self.names.iter().map(|(span, kind)| Mention::new(document, at(span), *kind, 0.85)).collect()
    }
}
