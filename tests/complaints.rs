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
    let money = |text: &str| -> Vec<String> {
        let digest = Digester::new().digest(text);
        let shown = |figure: &article_digest::Figure<'_>| format!("{:?} {}", figure.unit(), figure.words().text());
        digest.figures().iter().map(shown).collect()
    };
    for text in ["He paid $5m in May.", "It costs £20 a head.", "They owe €3,000 to the bank."] {
        assert!(money(text).iter().all(|shown| shown.starts_with("None ")), "{:?}", money(text));
    }
}

#[test]
fn magnitudes_are_kept() {
    let values = |text: &str| -> Vec<String> {
        digest(text).figures().iter().map(|figure| figure.quantity().to_string()).collect()
    };
    assert_eq!(figures("The port earned USD34.6 million last year."), ["USD34.6 million"]);
    assert_eq!(values("The port earned USD34.6 million last year."), ["34,600,000"]);
    assert_eq!(values("The mine shipped 816 000 t of ore."), ["816,000"]);
    assert_eq!(values("The clip drew 1K comments and 2.5M views."), ["1,000", "2,500,000"]);
    assert_eq!(values("The fund holds Rs 40 crore in bonds."), ["400,000,000"]);
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
fn a_place_lies_on_the_continent_that_the_story_is_about() {
    let country = |text: &str, name: &str| {
        let digest = digest(text);
        let place = digest.entities().iter().find(|entity| entity.name() == name).expect("a place of that name");
        place.country().map(|country| country.code().to_owned())
    };
    let text = "A bus left the road near Valencia on Sunday, Venezuelan police said. Venezuela has seen three \
                such crashes this year.";
    assert_eq!(country(text, "Valencia").as_deref(), Some("VE"));
    let text = "Voters in Birmingham, Alabama, chose a new mayor on Tuesday.";
    assert_eq!(country(text, "Birmingham").as_deref(), Some("US"));
    // Where nothing decides, nothing is stated: Georgia is a country and a state.
    let text = "The choir sang in Georgia on Friday.";
    assert_ne!(country(text, "Georgia").as_deref(), Some("US"));
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
fn a_name_broken_by_a_wrapped_line_is_whole_and_a_word_joined_by_a_space_that_does_not_break_is_two() {
    let text = "The inquiry into the fire at the depot heard on Tuesday that Maria\n\
                Fernanda Lopes had warned the board twice about the state of the wiring\n\
                in the cold store, and that nobody had written her warnings down then.\n";
    assert_eq!(names(text, EntityKind::Person), ["Maria\nFernanda Lopes"]);
    let found = names("Reporters asked Maria\u{a0}Silva about\u{a0}Lisbon on\u{a0}Monday.", EntityKind::Person);
    assert_eq!(found, ["Maria\u{a0}Silva"]);
}

#[test]
fn a_dateline_is_read_and_is_no_part_of_the_first_sentence() {
    let text = "Dam burst floods valley\n\nKISUMU, Kenya (AP) — The dam above the town burst on Sunday, and two \
                hundred families were taken to schools, officials said.";
    let digest = digest(text);
    let town = digest.entities().iter().find(|entity| entity.name().eq_ignore_ascii_case("Kisumu")).expect("the town");
    assert_eq!(town.kind(), EntityKind::Place);
    let sentence = digest.summary().first().expect("a sentence").to_string();
    assert!(sentence.starts_with("The dam above the town"), "{sentence:?}");
}

#[test]
fn a_caption_is_no_part_of_the_story() {
    let text = "Ferry returns after repair\n\nThe ferry sailed again on Monday after a repair that took eleven weeks, \
                the harbour board said.\n\nThe ferry at its berth in Larvik. Photograph: Karin Moe/Fjordfoto\n\n\
                Two hundred passengers were aboard for the first crossing, the board said, and most had booked in May.";
    let digest = digest(text);
    let zone = |part: &str| {
        let at = text.find(part).expect("it is in the text");
        let holds = |block: &&article_digest::Block| block.span().start() <= at && at < block.span().end();
        digest.blocks().iter().find(holds).expect("a block").kind()
    };
    assert_eq!(zone("Photograph"), article_digest::BlockKind::Caption);
    assert_eq!(zone("Two hundred"), article_digest::BlockKind::Body);
    assert!(digest.summary().iter().all(|sentence| !sentence.contains("Photograph")));
    assert!(digest.keywords().iter().all(|keyword| !keyword.text().contains("Fjordfoto")));
}

#[test]
fn what_arrives_escaped_is_read_as_it_was_meant_and_found_where_it_stands() {
    let text = "&ldquo;We&#8217;re done,&rdquo; said Ana O&#39;Neill of Marks &amp; Lowe in Lima.";
    let digest = digest(text);
    assert_eq!(digest.quotes().len(), 1);
    let speaker = digest.quotes()[0].speaker().expect("a speaker");
    let mention = &digest.entity(speaker).mentions()[0];
    assert_eq!(&text[mention.words().span()], "Ana O&#39;Neill");
    let words: Vec<_> = digest.entities().iter().map(|entity| entity.mentions()[0].words().text()).collect();
    assert!(words.contains(&"Marks &amp; Lowe"), "{words:?}");
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
fn a_confidence_says_how_often_such_a_finding_is_right() {
    // A plain name is surer than a word that may be one; the table of held-out news is in data/CARD.md.
    let sure = |text: &str, name: &str| {
        let digest = digest(text);
        let found = digest.entities().iter().find(|entity| entity.name() == name);
        found.map_or(0.0, article_digest::Entity::confidence)
    };
    let plain = sure("President Maria Silva met reporters in Lisbon on Monday, and Silva smiled.", "Maria Silva");
    let doubtful = sure("Hope Springs Eternal Amid Drought", "Hope Springs Eternal");
    assert!(plain > 0.9 && doubtful < plain, "{plain} {doubtful}");
}

#[test]
fn everything_works_from_the_crate_alone() {
    // The model is in the program: nothing is fetched and no file is opened.
    let manifest = include_str!("../Cargo.toml");
    let (_, package) = manifest.split_once("include = [").expect("the package lists its files");
    let files = package.split(']').next().expect("a list");
    assert!(files.contains("/data/*.bin") && files.contains("/data/lists"));
    for client in ["reqwest", "ureq", "hyper", "curl", "tokio"] {
        let (_, used) = manifest.split_once("\n[dependencies]").expect("dependencies");
        let used = used.split("\n[").next().expect("a table");
        assert!(!used.contains(client), "{client}");
    }
    assert!(!std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("build.rs").exists());
    assert_eq!(names("Maria Silva spoke in Lisbon on Monday.", EntityKind::Person), ["Maria Silva"]);
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
