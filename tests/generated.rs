//! The binary files of `data/`: they load, they are what their sources make, and broken ones are refused.

use article_digest::Model;

const MODEL: &[u8] = include_bytes!("../data/ner.bin");
const CASELESS: &[u8] = include_bytes!("../data/caseless.bin");

fn refusal(bytes: &[u8]) -> String {
    Model::from_bytes(bytes).expect_err("a broken model was taken").to_string()
}

#[test]
fn the_embedded_models_load() {
    Model::from_bytes(MODEL).unwrap();
    Model::from_bytes(CASELESS).unwrap();
}

#[test]
fn a_model_cut_short_says_how_many_bytes_were_found_and_wanted() {
    let cut = &MODEL[..MODEL.len() / 2];
    let wanted = format!("name model of {} bytes where its header announces {}", cut.len(), MODEL.len());
    assert_eq!(refusal(cut), wanted);
    for length in 0..64 {
        refusal(&MODEL[..length]);
    }
}

#[test]
fn a_model_of_another_format_names_both_versions() {
    let mut other = MODEL.to_vec();
    other[4] = 9;
    assert_eq!(refusal(&other), "name model format 9 is not supported: this build reads format 2");
    let mut other = MODEL.to_vec();
    other[6] = 200;
    assert!(refusal(&other).starts_with("feature set of the name model format 200 is not supported"));
}

#[test]
fn a_model_with_other_labels_or_scrambled_rows_is_refused() {
    let mut other = MODEL.to_vec();
    other[18] = b'X';
    assert_eq!(refusal(&other), "corrupt name model: its labels are not those of this build");
    let mut other = MODEL.to_vec();
    let middle = MODEL.len() / 4;
    other[middle] ^= 1;
    assert_eq!(refusal(&other), "corrupt name model: its bytes do not add up");
    assert_eq!(refusal(b"<!DOCTYPE html>"), "found \"<!DO\" at the start, not the mark of a name model");
}

#[cfg(feature = "train")]
#[test]
fn the_lexicon_is_what_its_lists_make() {
    let [lists, vectors] = ["../shared/data/lexicons", "target/glove"]
        .map(|folder| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    for folder in [&lists, &vectors] {
        if !folder.exists() {
            eprintln!("SKIPPED: {} is not there, so lexicon.bin was not rebuilt", folder.display());
            return;
        }
    }
    let bytes = article_digest::lexicon::build(&lists, &vectors).unwrap();
    assert!(bytes == include_bytes!("../data/lexicon.bin"), "lexicon.bin differs: run examples/build_lexicon.rs");
}

#[cfg(feature = "train")]
#[test]
fn the_word_background_is_what_its_counts_make() {
    let bytes =
        article_digest::keyword::build_words(include_str!("../data/words.tsv"), include_str!("../data/tags.tsv"));
    assert!(bytes.unwrap() == include_bytes!("../data/words.bin"), "words.bin differs: run examples/build_words.rs");
}
