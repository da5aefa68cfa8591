//! Tests of the whole digest on sentences of our own.

use article_digest::digest::Warning;
use article_digest::{Detail, Digester, EntityKind, Scratch};

const STORY: &str = "Harbour strike enters third week\n\n\
    By Ana Ruiz\n\n\
    Dockers in Valparaíso voted 412-37 on Monday to stay out for another week, their union said. \
    “We are not asking for the moon,” said Marta Lagos, who leads the Dockers’ Union of Chile (DUC). \
    The strike has cost exporters about $40m since 3 May, according to the Fruit Growers’ Federation. \
    Lagos will meet the labour minister, Jorge Peña, on Friday.\n\n\
    Subscribe to our newsletter for more stories like this.\n";

#[test]
fn empty_text_blank_text_and_punctuation_have_an_honest_digest() {
    let digester = Digester::new();
    for text in ["", " \n\t\r\n", "\u{feff}"] {
        assert_eq!(digester.digest(text).warnings(), [Warning::NoText], "{text:?}");
    }
    for text in ["Hello", "... !!! ???", "ALL OF IT IN CAPITALS", "🙂🙂", "“"] {
        let digest = digester.digest(text);
        assert!(digest.is_complete() && digest.warnings().is_empty(), "{text:?}: {:?}", digest.warnings());
        assert!(digest.figures().is_empty() && digest.quotes().is_empty(), "{text:?}");
    }
}

#[test]
fn a_text_in_another_language_is_digested_with_a_warning() {
    let text = "La ministra de economía dijo el martes que el presupuesto del próximo año crecerá menos de lo \
                previsto, y que no habrá nuevas contrataciones en los ministerios hasta el verano.";
    let digest = Digester::new().digest(text);
    assert!(digest.warnings().contains(&Warning::NotEnglish));
    assert_eq!(digest.language(), None);
}

#[test]
fn a_time_that_needs_the_day_of_publication_is_open_without_it_and_says_so() {
    let digester = Digester::new();
    let digest = digester.digest("The bridge was closed yesterday after a lorry hit it.");
    assert_eq!(digest.times()[0].value(), None);
    assert_eq!(digest.warnings(), [Warning::NoDate]);
    let day = "2024-05-20".parse().expect("a day");
    let dated = Digester::builder().published(day).build();
    let digest = dated.digest("The bridge was closed yesterday after a lorry hit it.");
    assert_eq!(digest.times()[0].value().map(|value| value.to_string()).as_deref(), Some("2024-05-19"));
    assert!(digest.warnings().is_empty());
}

#[test]
fn the_story_is_read_from_headline_to_appeal() {
    let digest = Digester::new().digest(STORY);
    assert_eq!(digest.title().map(article_digest::Excerpt::text), Some("Harbour strike enters third week"));
    assert_eq!(digest.authors()[0].text(), "Ana Ruiz");
    let person = |name: &str| digest.entities().iter().any(|e| e.kind() == EntityKind::Person && e.name() == name);
    assert!(person("Marta Lagos") && person("Jorge Peña"));
    let speaker = digest.quotes().iter().find_map(article_digest::Quote::speaker).expect("a named speaker");
    assert_eq!(digest.entity(speaker).name(), "Marta Lagos");
    assert!(digest.figures().iter().any(|figure| figure.words().text() == "412-37"));
    let money = digest.figures().iter().find(|figure| figure.currency().is_some()).expect("money");
    assert_eq!(money.quantity().to_string(), "about 40,000,000");
    assert!(digest.summary().iter().all(|sentence| !sentence.contains("newsletter")));
}

#[test]
fn a_digest_outlives_its_text() {
    let owned = {
        let text = STORY.to_owned();
        Digester::new().digest(&text).into_owned()
    };
    assert_eq!(owned.text(), STORY);
    assert_eq!(format!("{}", owned.markdown()), format!("{}", Digester::new().digest(STORY).markdown()));
}

#[test]
fn a_scratch_that_has_read_other_articles_changes_nothing() {
    let digester = Digester::builder().detail(Detail::Full).build();
    let mut scratch = Scratch::new();
    let fresh = format!("{:?}", digester.digest(STORY));
    for other in ["“", "A. B. C. 1 2 3", STORY, "Ümit Özdağ, 41, of İzmir"] {
        let _ = digester.digest_with(&mut scratch, other);
        assert_eq!(format!("{:?}", digester.digest_with(&mut scratch, STORY)), fresh, "after {other:?}");
    }
}

#[cfg(feature = "parallel")]
#[test]
fn many_threads_give_the_digests_of_one() {
    let articles: Vec<String> = (0..40).map(|index| format!("{STORY}\nArticle {index} of {}.", index * 7)).collect();
    let digester = Digester::new();
    let one: Vec<String> = articles.iter().map(|text| format!("{:?}", digester.digest(text))).collect();
    for threads in [1, 2, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        let many = pool.install(|| digester.digest_all(&articles));
        assert!(many.iter().map(|digest| format!("{digest:?}")).eq(one.iter().cloned()), "{threads} threads");
    }
}

#[test]
fn no_more_keywords_than_asked_for() {
    let digest = Digester::builder().max_keywords(2).build().digest(STORY);
    assert_eq!(digest.keywords().len(), 2);
}
