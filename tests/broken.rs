//! Files that are broken are refused with an error that says what was found, where, and what was wanted.

use article_digest::{Lexicon, Model};

fn lexicon_error(list: &str) -> String {
    Lexicon::builder().tsv("mine.tsv", list).expect_err("a bad list was taken").to_string()
}

#[test]
fn a_file_of_another_program_is_shown_by_its_first_bytes() {
    let refusal = |bytes: &[u8]| Model::from_bytes(bytes).unwrap_err().to_string();
    assert_eq!(refusal(b"PK\x03\x04zip"), r#"found "PK\\x03\\x04" at the start, not the mark of a name model"#);
    assert_eq!(refusal(b""), r#"found "\\x00\\x00\\x00\\x00" at the start, not the mark of a name model"#);
    let lexicon = include_bytes!("../data/lexicon.bin");
    assert_eq!(refusal(lexicon), r#"found "ADLX" at the start, not the mark of a name model"#);
}

#[test]
fn a_model_with_any_byte_of_its_head_changed_is_refused_or_reads_on() {
    let model = include_bytes!("../data/ner.bin");
    let mut refused = 0;
    // Magic, versions, length and labels: all but the weights of transitions.
    for at in 0..60 {
        let mut other = model.to_vec();
        other[at] ^= 0x55;
        refused += usize::from(Model::from_bytes(&other).is_err());
    }
    assert_eq!(refused, 60);
}

#[test]
fn a_row_of_unknown_kind_says_which_kinds_there_are() {
    let error = lexicon_error("# mine\n\nAna Ruiz\tperson\r\nLima\tcity\n");
    assert_eq!(error, "mine.tsv, line 4: found kind \"city\", wanted person, organisation, place, other or ignore");
    let error = lexicon_error("Ana Ruiz\n");
    assert_eq!(error, "mine.tsv, line 1: found kind \"\", wanted person, organisation, place, other or ignore");
}

#[test]
fn a_row_with_too_many_fields_shows_the_first_that_is_too_many() {
    let error = lexicon_error("Lima\tplace\tQ2868\tCiudad de los Reyes\tPeru\n");
    assert_eq!(error, "mine.tsv, line 1: found a fifth field \"Peru\", wanted at most four");
}

#[test]
fn a_row_without_a_word_or_with_too_many_is_named_by_its_line() {
    assert!(lexicon_error("Lima\tplace\n \tplace\n").starts_with("mine.tsv, line 2: "));
    let long = format!("{}\tplace\n", "very ".repeat(40));
    assert!(lexicon_error(&long).starts_with("mine.tsv, line 1: "));
}

#[cfg(feature = "train")]
#[test]
fn a_training_file_with_a_bad_tag_names_file_line_and_tags() {
    let read = |text: &str| article_digest::entity::train::read_conll("mine.conll", text, 1.0, true);
    assert_eq!(read("Ana\tB-PER\nRuiz\tI-PER\n\nLima\tB-LOC\n").expect("a good file").len(), 1);
    assert_eq!(
        read("Ana\tB-PER\nRuiz\tI-NAME\n").unwrap_err().to_string(),
        "mine.conll, line 2: found tag \"I-NAME\", wanted O, or B-, I-, E-, S-, L-, U- with PER, ORG, LOC or MISC"
    );
    assert_eq!(
        read("Ana\tB-PER\n\nRuiz I-PER\n").unwrap_err().to_string(),
        "mine.conll, line 3: found \"Ruiz I-PER\" without a tab, wanted a token, a tab and a tag"
    );
}

#[cfg(feature = "train")]
#[test]
fn a_lexicon_list_that_is_missing_or_has_a_short_row_is_named() {
    let folder = std::env::temp_dir().join(format!("article-digest-lists-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let build = || article_digest::lexicon::build(&folder, &folder);
    let refusal = || build().expect_err("a bad folder was taken").to_string();
    assert!(refusal().contains("words.txt"), "{}", refusal());
    std::fs::write(folder.join("words.txt"), "river\nbank\n").expect("a file");
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 50), }";
    let mut vectors = b"\x93NUMPY\x01\x00".to_vec();
    vectors.extend((header.len() as u16).to_le_bytes());
    vectors.extend(header.as_bytes());
    std::fs::write(folder.join("vectors.npy"), &vectors).expect("a file");
    let wanted = "vectors.npy does not hold 50 numbers of 32 bits for each word";
    assert!(refusal().ends_with(wanted), "{}", refusal());
    vectors.extend((0..100u8).flat_map(|number| f32::from(number).to_le_bytes()));
    std::fs::write(folder.join("vectors.npy"), &vectors).expect("a file");
    assert!(refusal().contains("given_names.tsv"), "{}", refusal());
    std::fs::write(folder.join("given_names.tsv"), "name\tcount\nAna\t7\nRuiz\n").expect("a file");
    let wanted = "given_names.tsv, line 3: 1 columns where the header has 2";
    assert!(refusal().ends_with(wanted), "{}", refusal());
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
