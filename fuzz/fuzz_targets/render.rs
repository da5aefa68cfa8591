//! Every rendering of any text is made, and the JSON can be read back.
#![no_main]

use std::sync::LazyLock;

use article_digest::Digester;
use libfuzzer_sys::fuzz_target;

static DIGESTER: LazyLock<Digester> = LazyLock::new(Digester::new);

fuzz_target!(|text: &str| {
    let digest = DIGESTER.digest(text);
    let json = serde_json::to_string(&digest.json()).expect("a digest serialises");
    let _: serde_json::Value = serde_json::from_str(&json).expect("its JSON can be read");
    let _ = digest.markdown().to_string();
    let _ = digest.html().to_string();
});
