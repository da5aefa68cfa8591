//! Examples as they would be in text whose letter case says nothing.

use super::{Example, Style};

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Small, Self::Capitals, Self::Title];

    /// A text in this style, of the same length: a letter whose other case has another length in
    /// UTF-8 stays.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        let mut before = ' ';
        let change = |c: char| {
            let begins = !before.is_alphanumeric() && !matches!(before, '\'' | '’');
            before = c;
            match self {
                Self::Small => only(c, c.to_lowercase()),
                Self::Capitals => only(c, c.to_uppercase()),
                Self::Title if begins => only(c, c.to_uppercase()),
                Self::Title => c,
            }
        };
        text.chars().map(change).collect()
    }
}

/// The one letter of a change of case, if it is as long as the old one.
fn only(old: char, mut changed: impl Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(new), None) if new.len_utf8() == old.len_utf8() => new,
        _ => old,
    }
}

impl Example {
    /// The same example in another style.
    #[must_use]
    pub fn in_style(&self, style: Style) -> Self {
        Self { text: style.apply(&self.text), ..self.clone() }
    }
}
