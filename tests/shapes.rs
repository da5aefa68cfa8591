//! Shapes of text that make some stage look far ahead or far back, each repeated to the size wanted.

/// A name for the shape, and the piece that is repeated.
pub(crate) const SHAPES: [(&str, &str); 20] = [
    ("all opening quotes", "“"),
    ("all straight quotes", "\""),
    ("quotes without a word", "\" "),
    ("a quoted letter and a verb", "said \"x\" "),
    ("quotes that open and a verb", "she said “ "),
    ("single quotes", "‘a "),
    ("all digits", "7"),
    ("numbers and units", "5m and 6% of $7 to "),
    ("all capitals", "K"),
    ("one long word", "a"),
    ("nested brackets", "("),
    ("every word a name", "Anna Berg "),
    ("surnames of two people", "Anna Berg, Carl Berg and Berg "),
    ("blank lines", "\n"),
    ("zero-width characters", "\u{200b}"),
    ("a tower of combining marks", "\u{301}"),
    ("right-to-left marks", "\u{200f}"),
    ("addresses cut off", "&a.b@c/"),
    ("days without end", "on Friday, May 3, "),
    ("one sentence", "He paid $5m on May 3, she said in Rome; 7 of 9 men (the Berg Fund’s) saw “it” in 2019, "),
];
