//! What holds for any text: random characters, and news with pieces lost, doubled, swapped or cut.

use article_digest::{Detail, Digester, Document, Excerpt, Span};
use once_cell::sync::Lazy;
use proptest::prelude::*;

/// News of our own, with what breaks readers: quotes in quotes, initials, money, hyphens, dates.
const STORIES: [&str; 4] = [
    "Ferry operator told to halt sailings\n\nBy Jane O’Neill\n\nGALWAY, Ireland (June 3, 2019) — Regulators told \
     Island Lines Ltd. on Monday to halt sailings after a 42-year-old deckhand was hurt, the firm’s second accident \
     in 10 days. “We can’t run boats that aren’t safe,” said Dr. Maeve J. Lynch, who leads the U.N.-backed panel.\n\n\
     Shares fell 3.2% to €1.45; the company, worth $1.5bn in 2017, said it’d appeal. “‘No comment’ was all I got,” \
     she added. \"It's over.\"\n",
    "The budget, at £20,000–£25,000 a year for each of 8,500 pupils, drew protests from the boys' school (see \
     www.example.org/budget?id=3, or write to press@example.co.uk). \"Why now?\" asked Mr. Adeyemi... No one knew!\n\
     1. Close two sites by 12/05/2019.\n2. Move 1 200 pupils at 8:30 a.m.\n- COVID-19 tests for all 😀👩‍👩‍👧\n",
    "MADRID — España’s café owners — some 1.2 million — won’t reopen until 9 p.m. “Nous sommes là,” dit-elle. \
     <b>Don&#8217;t</b> panic &amp; carry on&nbsp;&hellip; Itâ€™s said that e\u{301}clairs cost 5½ euros «chacun».\r\n\r\n\
     The co\u{ad}operative’s 21st cen\u{200b}tury plan (the “New Deal” [sic]) went to AT&T, R&D and the F-16 team.",
    "President Tomás Herrera met Prime Minister Ana Koroleva in Lima on Tuesday. Herrera, 61, told reporters: “I’ll \
     go to Cusco tomorrow.” Ms. Koroleva nodded. The two agreed to cut tariffs by 5 to 10 percent, from 73 of 130 \
     goods, within three weeks, the Ministry of Trade said. The U.S. Embassy in St. Petersburg declined to comment.",
];

fn random() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,200}",
        "(?s).{0,120}",
        "[a-zA-Z0-9 .,:;'’“”\"()$£%@#&/_\n\u{a0}\u{ad}\u{200b}\u{301}😀-]{0,200}",
        "(&amp;|&#8217;|â€™|Ã©|'s|n't|\\.|[A-Z]\\.|://|www\\.|@|\\d|-|\\w{1,4}| |\n){0,60}",
    ]
}

/// A story after a few accidents.
fn mutated() -> impl Strategy<Value = String> {
    let accident = (0..8usize, any::<prop::sample::Index>(), 0..40usize, any::<prop::sample::Index>());
    (prop::sample::select(&STORIES[..]), prop::collection::vec(accident, 0..8)).prop_map(|(story, accidents)| {
        let mut text: Vec<char> = story.chars().collect();
        for (what, at, length, other) in accidents {
            if text.is_empty() {
                break;
            }
            let (from, other) = (at.index(text.len()), other.index(text.len()));
            let to = (from + length).min(text.len());
            let piece: Vec<char> = text[from..to].to_vec();
            match what {
                0 => drop(text.drain(from..to)),
                1 => drop(text.splice(to..to, piece)),
                2 => text.swap(from, other),
                3 => text.truncate(from.max(text.len() / 2)),
                4 => text[from..to].iter_mut().for_each(|c| *c = c.to_uppercase().next().unwrap_or(*c)),
                5 => text[from..to].iter_mut().for_each(|c| *c = c.to_lowercase().next().unwrap_or(*c)),
                6 => text[from..to].iter_mut().filter(|c| "“”\"'’‘«»".contains(**c)).for_each(|c| *c = '"'),
                _ => text.retain(|&c| c != text_sign(other)),
            }
        }
        text.into_iter().collect()
    })
}

fn text_sign(index: usize) -> char {
    ['”', '“', '.', ' ', '\n', ',', '’'][index % 7]
}

/// The spans between blank lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        spans.push(Span::new(at, at + paragraph.len()));
        at += paragraph.len() + 2;
    }
    spans
}

fn is_gap(c: char) -> bool {
    let invisible = "\u{ad}\u{61c}\u{180e}\u{feff}".contains(c);
    c.is_whitespace()
        || invisible
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A gap holds white space and invisible characters, as such or as an entity or mojibake.
fn check_gap(gap: &str) -> Result<(), TestCaseError> {
    let coded = ["&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&shy;", "&#"].iter().any(|code| gap.contains(code));
    prop_assert!(coded || gap.contains(['Â', 'Ã', 'â']) || gap.chars().all(is_gap), "gap {gap:?}");
    Ok(())
}

fn check_document(text: &str) -> Result<(), TestCaseError> {
    let blocks = paragraphs(text);
    let document = Document::new(text, &blocks);
    let mut end = 0;
    for (index, token) in document.tokens().iter().enumerate() {
        let span = token.span();
        prop_assert!(span.start() >= end && !span.is_empty());
        check_gap(&text[end..span.start()])?;
        prop_assert_eq!(document.token_text(index), &text[span]);
        prop_assert_eq!(document.token_at(span.start()), index);
        end = span.end();
    }
    check_gap(&text[end..])?;

    let mut next = 0;
    for (index, sentence) in document.sentences().iter().enumerate() {
        let tokens = sentence.tokens();
        prop_assert_eq!(tokens.start, next);
        prop_assert!(!tokens.is_empty());
        next = tokens.end;
        prop_assert!(blocks[sentence.block()].contains(sentence.span()));
        prop_assert_eq!(sentence.span(), document.range_span(tokens));
        prop_assert_eq!(document.sentence_at(tokens.start as usize), index);
        prop_assert_eq!(document.sentence_at(tokens.end as usize - 1), index);
    }
    prop_assert_eq!(next as usize, document.tokens().len());

    let again = Document::new(text, &blocks);
    prop_assert_eq!(document.tokens(), again.tokens());
    prop_assert_eq!(document.sentences(), again.sentences());

    // A block alone reads as it does among others.
    if let Some(&last) = blocks.last() {
        let alone = Document::new(text, &[last]);
        let after = &document.tokens()[document.tokens().len() - alone.tokens().len()..];
        prop_assert_eq!(alone.tokens(), after);
    }
    Ok(())
}

static DIGESTER: Lazy<Digester> = Lazy::new(|| Digester::builder().detail(Detail::Full).build());

fn check_digest(text: &str) -> Result<(), TestCaseError> {
    let digest = DIGESTER.digest(text);
    let same = |words: &Excerpt| {
        prop_assert_eq!(text.get(words.span().range()), Some(words.text()));
        Ok(words.span())
    };
    for entity in digest.entities() {
        let mut end = 0;
        prop_assert!(!entity.mentions().is_empty());
        for mention in entity.mentions() {
            let span = same(mention.words())?;
            prop_assert!(span.start() >= end);
            end = span.end();
        }
    }
    let mut end = 0;
    for figure in digest.figures() {
        let span = same(figure.words())?;
        prop_assert!(span.start() >= end);
        end = span.end();
    }
    let mut end = 0;
    for time in digest.times() {
        let span = same(time.words())?;
        prop_assert!(span.start() >= end);
        end = span.end();
    }
    for quote in digest.quotes() {
        let mut end = 0;
        for piece in quote.pieces() {
            let span = same(piece)?;
            prop_assert!(span.start() >= end);
            end = span.end();
        }
    }
    let mut end = 0;
    for block in digest.blocks() {
        prop_assert!(block.span().start() >= end && text.get(block.span().range()).is_some());
        end = block.span().end();
    }
    let json = serde_json::to_string(&digest.json()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let again =
        serde_json::to_string(&DIGESTER.digest(text).json()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(json, again);
    let _ = digest.markdown().to_string();
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn tokens_rebuild_random_text_and_sentences_cover_them(text in random()) {
        check_document(&text)?;
    }

    #[test]
    fn tokens_rebuild_damaged_news_and_sentences_cover_them(text in mutated()) {
        check_document(&text)?;
    }

    #[test]
    fn a_digest_of_random_text_has_true_spans_and_is_the_same_twice(text in random()) {
        check_digest(&text)?;
    }

    #[test]
    fn a_digest_of_damaged_news_has_true_spans_and_is_the_same_twice(text in mutated()) {
        check_digest(&text)?;
    }
}
