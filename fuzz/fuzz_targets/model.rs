//! A model of any bytes is refused with an error or reads a sentence.
#![no_main]

use article_digest::{Digester, Model};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(model) = Model::from_bytes(bytes) {
        let digester = Digester::with_model(model).build();
        let _ = digester.digest("Ana Ruiz of Acme Inc. spoke in Lima on Monday.");
    }
});
