//! Tests of the `quote` stage on sentences of our own.

use article_digest::{Article, Document, Lexicon, Quote, QuoteKind, alias, quote, role};

use crate::{marked, table};

/// Every quotation: its pieces, `=`, the speaker's name; the words alone in round brackets where
/// they name nobody, `?` where there are none; `~` before reported speech.
fn quotes(marked: &str) -> String {
    let marked = marked::read(marked);
    let article = Article::parse(&marked.text);
    let document = Document::new(&marked.text, &article.spans());
    let mut entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    role::assign(&document, &mut entities);
    let found = quote::find(&article, &document, &entities);
    let shown = found.iter().map(|quote| {
        let pieces: Vec<_> = quote.pieces().iter().map(article_digest::Excerpt::text).collect();
        let speaker = match (quote.speaker(), quote.speaker_words()) {
            (Some(id), _) => entities.get(id).name().to_owned(),
            (None, Some(words)) => format!("({})", words.text()),
            (None, None) => "?".to_owned(),
        };
        let mark = if quote.kind() == QuoteKind::Indirect { "~" } else { "" };
        format!("{mark}{}={speaker}", pieces.join(" + "))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn words_in_marks_are_given_to_who_spoke_them() {
    table::run("quotes.tsv", include_str!("tables/quotes.tsv"), quotes);
}

fn found(text: &str) -> Vec<Quote<'static>> {
    let article = Article::parse(text);
    let document = Document::new(text, &article.spans());
    let entities = alias::link(&document, Vec::new(), &Lexicon::embedded());
    quote::find(&article, &document, &entities).into_iter().map(Quote::into_owned).collect()
}

#[test]
fn a_mark_that_is_never_closed_does_not_swallow_the_paragraphs_after_it() {
    let text = "He called it “a start and left the room.\n\nThe vote is on Monday.\n\n“We will win,” a fan said.";
    let pieces: Vec<_> = found(text).iter().map(|quote| quote.pieces()[0].text().to_owned()).collect();
    assert_eq!(pieces, ["“We will win,”"]);
}

#[test]
fn whole_sentences_are_direct_and_words_in_a_sentence_of_the_writer_are_mixed() {
    let kinds = |text| found(text).first().map(Quote::kind);
    assert_eq!(kinds("“The harbour will open in May,” a spokeswoman said."), Some(QuoteKind::Direct));
    assert_eq!(kinds("A spokeswoman called the plan “a step too far” for the town."), Some(QuoteKind::Mixed));
    assert_eq!(kinds("A spokeswoman said that the harbour would open in May."), Some(QuoteKind::Indirect));
}

#[test]
fn pieces_are_spans_of_the_article_with_their_marks() {
    let text = "🎉 “It’s over,” a fan said, “at last.”";
    let found = found(text);
    assert_eq!(found.len(), 1);
    for piece in found[0].pieces() {
        assert_eq!(&text[piece.span()], piece.text());
        assert!(piece.text().starts_with('“') && piece.text().ends_with('”'));
    }
    assert_eq!(found[0].cue().map(article_digest::Excerpt::text), Some("said"));
}

#[test]
fn a_speaker_that_is_stated_is_surer_than_one_that_is_guessed() {
    let text = "“It is over,” a fan said.\n\nThe hall was full. “Never again.”";
    let found = found(text);
    assert_eq!(found.len(), 2);
    assert!(found[0].confidence() > found[1].confidence());
}

#[test]
fn text_of_nothing_but_marks_holds_no_quotation() {
    for marks in ["\"", "“", "”", "'", "« » ", "``''", "‘’“”\"'„‟"] {
        assert!(found(&marks.repeat(3000)).is_empty(), "{marks}");
    }
}
