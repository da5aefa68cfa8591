//! The JSON of a digest against `data/digest.schema.json`, and its offsets against the text.

use article_digest::render::Offsets;
use article_digest::{Detail, Digest, Digester};
use serde_json::Value;

use super::sample_articles;

/// The keywords of JSON Schema that our schema uses. A crate that knows them all would bring some
/// sixty others into the build; a keyword that is not here fails the test.
struct Schema(Value);

impl Schema {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("../../data/digest.schema.json")).expect("the schema is JSON"))
    }

    /// What is wrong with a value, each with its place; also fields that the schema does not tell
    /// of, which a reader has to ignore but we have to document.
    fn errors(&self, value: &Value) -> Vec<String> {
        let mut errors = Vec::new();
        self.check(&self.0, value, "$", &mut errors);
        errors
    }

    fn accepts(&self, rule: &Value, value: &Value) -> bool {
        let mut errors = Vec::new();
        self.check(rule, value, "", &mut errors);
        errors.is_empty()
    }

    fn check(&self, rule: &Value, value: &Value, at: &str, errors: &mut Vec<String>) {
        for (keyword, wanted) in rule.as_object().expect("a rule is an object") {
            let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
            let list = wanted.as_array();
            let holds = match keyword.as_str() {
                "$schema" | "$id" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let name = wanted.as_str().and_then(|s| s.strip_prefix("#/$defs/")).expect("a local definition");
                    self.check(&self.0["$defs"][name], value, at, errors);
                    true
                }
                "const" => value == wanted,
                "enum" => list.expect("a list").contains(value),
                "type" => match list {
                    Some(kinds) => kinds.iter().any(|kind| is_kind(value, kind)),
                    None => is_kind(value, wanted),
                },
                "anyOf" => list.expect("a list").iter().any(|rule| self.accepts(rule, value)),
                "oneOf" => list.expect("a list").iter().filter(|rule| self.accepts(rule, value)).count() == 1,
                "pattern" => value.as_str().is_none_or(|text| {
                    regex::Regex::new(wanted.as_str().expect("a string")).expect("a pattern").is_match(text)
                }),
                "minimum" => value.as_f64().is_none_or(|value| value >= number(wanted)),
                "maximum" => value.as_f64().is_none_or(|value| value <= number(wanted)),
                "minItems" => value.as_array().is_none_or(|items| items.len() as f64 >= number(wanted)),
                "maxItems" => value.as_array().is_none_or(|items| items.len() as f64 <= number(wanted)),
                "required" => list.expect("a list").iter().all(|name| {
                    let name = name.as_str().expect("a name");
                    value.as_object().is_none_or(|object| object.contains_key(name))
                }),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{at}[{index}]"), errors);
                    }
                    true
                }
                "properties" => {
                    for (name, field) in value.as_object().into_iter().flatten() {
                        match wanted.get(name) {
                            Some(rule) => self.check(rule, field, &format!("{at}.{name}"), errors),
                            None => errors.push(format!("{at}.{name} is not in the schema")),
                        }
                    }
                    true
                }
                other => panic!("the schema uses {other:?}, which this test does not know"),
            };
            if !holds {
                errors.push(format!("{at}: {value} breaks {keyword} {wanted}"));
            }
        }
    }
}

fn is_kind(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a type is a string") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}

fn json(digest: &Digest<'_>, offsets: Offsets) -> Value {
    serde_json::to_value(digest.json().id("a-1").offsets(offsets)).expect("a digest is JSON")
}

#[test]
fn the_json_of_every_article_at_every_detail_follows_the_schema() {
    let schema = Schema::read();
    for detail in [Detail::Brief, Detail::Standard, Detail::Full] {
        let digester = Digester::builder().detail(detail).build();
        for (name, text) in sample_articles() {
            let errors = schema.errors(&json(&digester.digest(&text), Offsets::Utf8));
            assert!(errors.is_empty(), "{name} at {detail:?}: {errors:#?}");
        }
    }
}

#[test]
fn a_digest_with_a_wrong_or_unknown_field_breaks_the_schema() {
    let schema = Schema::read();
    let good = json(&Digester::new().digest("Mayor Ana Ruiz spoke on Friday."), Offsets::Utf8);
    assert_eq!(schema.errors(&good), Vec::<String>::new());
    let breaks: [(&str, Value); 5] = [
        ("schema", "article-digest/2".into()),
        ("sentences", serde_json::json!([[0, -1]])),
        ("entities", serde_json::json!([{"id": "e1"}])),
        ("key_sentences", serde_json::json!([0, 1, 2, 3, 4])),
        ("surprise", Value::Null),
    ];
    for (field, value) in breaks {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(!schema.errors(&bad).is_empty(), "{field}");
    }
}

/// Every object with `span` and `text`, and every span that stands alone.
fn each_excerpt(value: &Value, check: &mut impl FnMut(&Value, Option<&str>)) {
    match value {
        Value::Object(fields) => {
            if let Some(span) = fields.get("span") {
                check(span, fields.get("text").and_then(Value::as_str));
            }
            for (name, field) in fields {
                match name.as_str() {
                    "spans" | "sentences" | "tokens" => {
                        field.as_array().into_iter().flatten().for_each(|span| check(span, None));
                    }
                    "span" => {}
                    _ => each_excerpt(field, check),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each_excerpt(item, check)),
        _ => {}
    }
}

/// The part of a text between two offsets of a unit, counted the slow way.
fn slice(text: &str, offsets: Offsets, start: u64, end: u64) -> Option<&str> {
    let byte_at = |wanted: u64| {
        let mut units = 0;
        for (at, character) in text.char_indices() {
            if units == wanted {
                return Some(at);
            }
            units += match offsets {
                Offsets::Utf8 => character.len_utf8() as u64,
                Offsets::Char => 1,
                Offsets::Utf16 => character.len_utf16() as u64,
                _ => unreachable!("a unit of this test"),
            };
        }
        (units == wanted).then_some(text.len())
    };
    text.get(byte_at(start)?..byte_at(end)?)
}

#[test]
fn in_every_unit_the_text_at_a_span_is_the_text_that_is_given() {
    let digester = Digester::builder().detail(Detail::Full).build();
    let mut articles = sample_articles();
    let head: String = articles[0].1.chars().take(1500).collect();
    articles.truncate(2);
    articles.push(("signs".into(), format!("🎈🇺🇾 “Ça va,” said Zoë Nguyễn 🎈 of Lima’s 𝔘niversity.\n\n{head}")));
    for (name, text) in articles {
        let text: String = text.chars().take(4000).collect();
        let digest = digester.digest(&text);
        for offsets in [Offsets::Utf8, Offsets::Char, Offsets::Utf16] {
            let mut spans = 0;
            each_excerpt(&json(&digest, offsets), &mut |span, words| {
                spans += 1;
                let (start, end) = (span[0].as_u64().expect("a number"), span[1].as_u64().expect("a number"));
                let found = slice(&text, offsets, start, end);
                assert!(found.is_some(), "{name}: {span} in {offsets:?} cuts a character");
                assert!(words.is_none() || words == found, "{name}: {words:?} is not {found:?} in {offsets:?}");
            });
            assert!(spans > 100, "{name} has spans");
        }
    }
}
