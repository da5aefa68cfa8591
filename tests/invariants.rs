//! What holds for any text.

use article_digest::{Document, Span};
use proptest::prelude::*;

proptest! {
    #[test]
    fn tokens_lie_in_order_inside_the_text_and_rebuild_it(text in "\\PC{0,200}") {
        let document = Document::new(&text, &[Span::new(0, text.len())]);
        let mut end = 0;
        for token in document.tokens() {
            let span = token.span();
            prop_assert!(span.start() >= end && !span.is_empty());
            prop_assert!(text[end..span.start()].chars().all(char::is_whitespace));
            end = span.end();
        }
        prop_assert!(text[end..].chars().all(char::is_whitespace));
    }
}
