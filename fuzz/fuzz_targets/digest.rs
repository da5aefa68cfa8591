//! Any text has a digest whose excerpts stand where they say.
#![no_main]

use std::sync::LazyLock;

use article_digest::{Detail, Digester, Excerpt};
use libfuzzer_sys::fuzz_target;

static DIGESTER: LazyLock<Digester> = LazyLock::new(|| Digester::builder().detail(Detail::Full).build());

fuzz_target!(|text: &str| {
    let same = |words: &Excerpt| assert_eq!(text.get(words.span().range()), Some(words.text()));
    let digest = DIGESTER.digest(text);
    digest.entities().iter().flat_map(|entity| entity.mentions()).for_each(|mention| same(mention.words()));
    digest.figures().iter().for_each(|figure| same(figure.words()));
    digest.times().iter().for_each(|time| same(time.words()));
    digest.quotes().iter().flat_map(|quote| quote.pieces()).for_each(same);
});
