//! A list or a packed lexicon of any bytes is refused with an error or finds names.
#![no_main]

use article_digest::{Digester, Lexicon, lexicon};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = lexicon::check(bytes);
    let Ok(list) = std::str::from_utf8(bytes) else { return };
    if let Ok(builder) = Lexicon::builder().tsv("list", list) {
        let _ = Digester::builder().lexicon(builder.build()).build().digest(list);
    }
});
