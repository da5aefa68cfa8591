//! Structure of a page: see `src/article/`.

#[cfg(feature = "embedded-model")]
use article_digest::Digester;
use article_digest::{Article, BlockKind};

use crate::table;

#[test]
fn pages_are_read_block_by_block_with_their_authors_and_day() {
    table::run("zones.tsv", include_str!("tables/zones.tsv"), |page| {
        let article = Article::parse(page);
        let kinds: Vec<&str> = article.blocks().iter().map(|block| block.kind().as_str()).collect();
        let authors: Vec<&str> = article.authors().iter().map(article_digest::Excerpt::text).collect();
        let mut found = kinds.join(" ");
        if !authors.is_empty() {
            found += &format!(" by {}", authors.join(", "));
        }
        if let Some(day) = article.published() {
            found += &format!(" on {day}");
        }
        found
    });
}

#[test]
fn blocks_cover_every_character_that_is_no_white_space_once() {
    let page = "Ferry returns\r\n\r\nBy Ana Ruiz\r\nOSLO (AP) — The ferry sailed on Monday.\r\n\r\n\u{a0}• one\n• two\n\n© 2020 Harbour Post";
    let article = Article::parse(page);
    let mut end = 0;
    for block in article.blocks() {
        assert!(block.span().start() >= end, "blocks overlap at {end}");
        assert!(page[end..block.span().start()].chars().all(char::is_whitespace));
        end = block.span().end();
    }
    assert!(page[end..].chars().all(char::is_whitespace));
}

#[test]
fn a_text_without_words_has_no_block() {
    assert!(Article::parse("").blocks().is_empty());
    assert!(Article::parse(" \r\n\t\n ").blocks().is_empty());
}

#[test]
fn a_page_of_one_long_line_or_of_a_million_blank_lines_is_read_in_linear_time() {
    let start = std::time::Instant::now();
    let line = "By Ana Ruiz (AP) — ".repeat(100_000);
    assert!(!Article::parse(&line).blocks().is_empty());
    assert!(Article::parse(&"\n \n".repeat(500_000)).blocks().is_empty());
    let links = Article::parse(&"Read more: Ferry returns\n".repeat(50_000)).blocks().len();
    assert_eq!(links, 50_000);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn the_title_is_the_headline() {
    let article = Article::parse("Ferry returns to service\n\nThe ferry sailed again on Monday after a long repair.");
    assert_eq!(article.blocks()[0].kind(), BlockKind::Headline);
    assert_eq!(article.title().map(|title| title.text().to_owned()).as_deref(), Some("Ferry returns to service"));
}

#[cfg(feature = "embedded-model")]
#[test]
fn texts_in_other_languages_carry_a_warning_and_english_ones_do_not() {
    table::run("languages.tsv", include_str!("tables/languages.tsv"), |text| {
        let digest = Digester::new().digest(text);
        digest.language().unwrap_or("not-english").to_owned()
    });
}

#[cfg(feature = "embedded-model")]
#[test]
fn a_dateline_names_a_place_and_an_appeal_its_paper() {
    use article_digest::EntityKind;
    let text = "LA PAZ, March 3 (Reuters) - The senate met twice on Tuesday and passed the law at night.\n\n\
                The vote followed weeks of protest by teachers in three provinces.\n\n\
                Please give generously\n\nLanternfire is growing faster than ever\n\nSubscribe now to support our work";
    let digest = Digester::new().digest(text);
    let kind = |name: &str| {
        let found = digest.entities().iter().find(|entity| entity.name().eq_ignore_ascii_case(name));
        found.map(article_digest::Entity::kind)
    };
    assert_eq!(kind("La Paz"), Some(EntityKind::Place));
    assert!(matches!(kind("Lanternfire"), Some(EntityKind::Organisation)), "{:?}", kind("Lanternfire"));

    let digest = Digester::new().digest("LEEDS, England — Kestrel Foods lowered its annual forecast on Thursday.");
    let leeds = digest.entities().iter().find(|entity| entity.name().eq_ignore_ascii_case("Leeds")).unwrap();
    assert_eq!(leeds.kind(), EntityKind::Place);
}
