//! Tests of the `role` stage on sentences of our own.

use article_digest::{Article, Document, Lexicon, alias, role};

use crate::{marked, table};

/// Every entity with roles: name, words of each role, `@` what it belongs to, `(former)`.
fn roles(marked: &str) -> String {
    let marked = marked::read(marked);
    let article = Article::parse(&marked.text);
    let document = Document::new(&marked.text, &article.spans());
    let mut entities = alias::link(&document, marked.mentions(&document), &Lexicon::embedded());
    role::assign(&document, &mut entities);
    let with_roles = entities.list().iter().filter(|entity| !entity.roles().is_empty());
    let shown = with_roles.map(|entity| {
        let roles = entity.roles().iter().map(|role| {
            assert_eq!(&marked.text.as_str()[role.words().span()], role.words().text());
            let of = role.of().map_or(String::new(), |of| format!(" @{}", entities.get(of).name()));
            format!("{}{of}{}", role.words().text(), if role.is_former() { " (former)" } else { "" })
        });
        format!("{}: {}", entity.name(), roles.collect::<Vec<_>>().join(", "))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn offices_are_read_before_and_after_names() {
    table::run("roles.tsv", include_str!("tables/roles.tsv"), roles);
}
