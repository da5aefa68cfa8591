//! Tokens lie in order on character boundaries, and sentences cover each of them once.
#![no_main]

use article_digest::{Document, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = Document::new(text, &[Span::new(0, text.len())]);
    let mut end = 0;
    for (index, token) in document.tokens().iter().enumerate() {
        assert!(token.span().start() >= end && !token.span().is_empty());
        end = token.span().end();
        assert!(text.get(token.span().range()).is_some());
        let _ = document.fold(index);
    }
    let mut next = 0;
    for sentence in document.sentences() {
        assert_eq!(sentence.tokens().start, next);
        next = sentence.tokens().end;
    }
    assert_eq!(next as usize, document.tokens().len());
});
