//! Promises of the public types.

use article_digest::{Country, Date, Decimal, Digest, Digester, Document, Entity, Error, Figure, Keyword, Lexicon};
use article_digest::{Mention, Model, Quote, Role, Scratch, Span, TimeExpression};

fn shared<T: std::fmt::Debug + Clone + Send + Sync + 'static>() {}
fn small<T: Copy + Eq + std::hash::Hash>() {}

#[test]
fn public_types_can_be_shown_cloned_and_shared_between_threads() {
    shared::<Digest<'static>>();
    shared::<Entity<'static>>();
    shared::<Mention<'static>>();
    shared::<Figure<'static>>();
    shared::<TimeExpression<'static>>();
    shared::<Quote<'static>>();
    shared::<Role<'static>>();
    shared::<Keyword<'static>>();
    shared::<Digester>();
    shared::<Model>();
    shared::<Lexicon>();
    shared::<Scratch>();
    shared::<Error>();
    small::<Span>();
    small::<Decimal>();
    small::<Date>();
    small::<Country>();
    fn sync<T: Send + Sync>() {}
    sync::<Document<'static>>();
}
