//! One test for each class of complaint that users of other tools raise.

use article_digest::{Digest, Digester, EntityKind};

fn digest(text: &str) -> Digest<'_> {
    Digester::new().digest(text)
}

fn names(text: &str, kind: EntityKind) -> Vec<String> {
    let digest = digest(text);
    digest.entities().iter().filter(|entity| entity.kind() == kind).map(|entity| entity.name().to_owned()).collect()
}

fn figures(text: &str) -> Vec<String> {
    digest(text).figures().iter().map(|figure| figure.words().text().to_owned()).collect()
}

fn speakers(text: &str) -> Vec<Option<String>> {
    let digest = digest(text);
    digest.quotes().iter().map(|quote| quote.speaker().map(|id| digest.entity(id).name().to_owned())).collect()
}

#[test]
fn a_capitalised_title_is_no_part_of_a_name() {
    let found = names("Prime Minister Helen Marsh met Senator Robert Quinn in London on Monday.", EntityKind::Person);
    assert_eq!(found, ["Helen Marsh", "Robert Quinn"]);
}

#[test]
fn names_from_beyond_the_west_are_persons() {
    let text = "Defence minister Nguyen Van Thanh met Abdullah al-Rashid and Kim Min-jun in Hanoi on Monday.";
    assert_eq!(names(text, EntityKind::Person), ["Nguyen Van Thanh", "Abdullah al-Rashid", "Kim Min-jun"]);
}

#[test]
fn a_time_of_day_is_no_length_and_an_article_is_no_unit() {
    let digest = digest("The vote begins at 6pm. Workers got $500 the day before.");
    assert!(digest.figures().iter().all(|figure| figure.words().text() != "6pm"));
    assert!(digest.figures().iter().any(|figure| figure.words().text() == "$500"));
}

#[test]
fn magnitudes_are_kept() {
    let found = figures("The port earned USD34.6 million last year.");
    assert_eq!(found, ["USD34.6 million"]);
}

#[test]
fn a_range_is_one_figure() {
    let found = figures("Prices rose by 10 to 15 per cent in May.");
    assert_eq!(found, ["10 to 15 per cent"]);
}

#[test]
fn friday_in_a_report_of_the_past_is_the_friday_before() {
    let published = article_digest::Date::new(2021, 3, 10).expect("a date");
    let digester = Digester::builder().published(published).build();
    let digest = digester.digest("The dam burst on Friday, officials said.");
    assert_eq!(digest.times()[0].value().map(|value| value.to_string()).as_deref(), Some("2021-03-05"));
}

#[test]
fn a_speaker_behind_an_apposition_is_found() {
    let text = "“The road is closed,” said John Whitmore, a spokesman for Northern Rail, on Monday.";
    assert_eq!(speakers(text), [Some("John Whitmore".to_owned())]);
}

#[test]
fn a_nickname_is_no_quotation() {
    assert!(digest("Ana “La Jefa” Ruiz sang in Madrid on Saturday.").quotes().is_empty());
}

#[test]
fn a_place_lies_in_the_country_that_the_text_names() {
    let digest = digest("A fire destroyed a barn in Bangor, Maine, on Sunday.");
    let bangor = digest.entities().iter().find(|entity| entity.name() == "Bangor").expect("a place");
    assert_eq!(bangor.country().map(|country| country.code().to_owned()).as_deref(), Some("US"));
}

#[test]
fn spans_hold_behind_emoji() {
    let text = "🎉🇫🇷 Marie Dubois won 1,200 votes in Paris. “Merci,” she said.";
    let digest = digest(text);
    for entity in digest.entities() {
        for mention in entity.mentions() {
            assert_eq!(&text[mention.words().span()], mention.words().text());
        }
    }
    assert_eq!(digest.figures()[0].words().text(), "1,200");
}

#[test]
fn a_space_that_does_not_break_separates_words() {
    let found = figures("The club paid\u{a0}£20\u{a0}million for the player.");
    assert_eq!(found, ["£20\u{a0}million"]);
}

#[test]
fn no_name_crosses_from_one_paragraph_into_the_next() {
    let text = "The prize went to Maria Silva\n\nJohn Carter came second in the race.";
    let digest = digest(text);
    let mut mentions = digest.entities().iter().flat_map(article_digest::Entity::mentions);
    assert!(mentions.all(|mention| !mention.words().text().contains('\n')));
}

#[test]
fn a_long_text_is_read_to_its_end() {
    let text = "The market was quiet on Monday. ".repeat(5000) + "Maria Silva paid $77 in Lisbon.";
    let digest = digest(&text);
    assert!(digest.is_complete());
    assert_eq!(digest.figures().last().map(|figure| figure.words().text()), Some("$77"));
}

#[test]
fn everything_found_has_a_confidence_between_nothing_and_one() {
    let digest = digest("“We won 55% of the vote on Sunday,” Maria Silva said in Lisbon.");
    let quotes = digest.quotes().iter().map(article_digest::Quote::confidence);
    let figures = digest.figures().iter().map(article_digest::Figure::confidence);
    let all: Vec<f32> =
        digest.entities().iter().map(article_digest::Entity::confidence).chain(quotes).chain(figures).collect();
    assert!(all.len() >= 4 && all.iter().all(|confidence| *confidence > 0.0 && *confidence <= 1.0));
}

#[test]
fn keywords_come_best_first_and_once() {
    let text = "The harbour strike went on. Harbour workers blame the port. The strike hurt the port and its harbour.";
    let digest = digest(text);
    let keywords = digest.keywords();
    assert!(keywords.windows(2).all(|pair| pair[0].score() >= pair[1].score()));
    let mut words: Vec<_> = keywords.iter().map(|keyword| keyword.text().to_lowercase()).collect();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), keywords.len());
}

#[test]
fn a_name_with_a_hyphen_stays_whole() {
    let found = names("Jean-Pierre Lefevre met Anna Smith-Jones in Brussels on Friday.", EntityKind::Person);
    assert_eq!(found, ["Jean-Pierre Lefevre", "Anna Smith-Jones"]);
}

#[test]
fn the_same_text_gives_the_same_digest_on_every_thread() {
    let text = "“We won 55% of the vote on Sunday,” Maria Silva said in Lisbon.";
    let digester = Digester::new();
    let shown = format!("{:?}", digester.digest(text));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(format!("{:?}", digester.digest(text)), shown));
        }
    });
}
