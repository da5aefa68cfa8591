//! Words of an article made safe for the format they are written into. Every face sends every
//! byte that came from the article through one of these, and nothing else escapes.

use std::fmt::{self, Write};

/// Text as HTML shows it, in content and in quoted attributes alike.
///
/// # Examples
/// ```
/// use article_digest::render::HtmlText;
///
/// assert_eq!(HtmlText("AT&T <b>").to_string(), "AT&amp;T &lt;b&gt;");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct HtmlText<'a>(pub &'a str);

impl fmt::Display for HtmlText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        replace(f, self.0, |character| match character {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '"' => Some("&quot;"),
            '\'' => Some("&#39;"),
            // HTML allows no control character but white space, and forbids U+FFFE and its kin:
            // a page with one is no page that a checker passes.
            '\t' | '\n' | '\r' => None,
            character if character.is_control() || is_noncharacter(character) => Some("\u{fffd}"),
            _ => None,
        })
    }
}

fn is_noncharacter(character: char) -> bool {
    matches!(u32::from(character), 0xfdd0..=0xfdef) || u32::from(character) & 0xfffe == 0xfffe
}

/// Text inside a line of Markdown: no mark-up of its own, and no line break, which would end a
/// quotation or a row of a table.
///
/// # Examples
/// ```
/// use article_digest::render::MarkdownText;
///
/// assert_eq!(MarkdownText("*Nine\nHouses*").to_string(), "\\*Nine Houses\\*");
/// assert_eq!(MarkdownText("2. a | b").to_string(), "2\\. a \\| b");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct MarkdownText<'a>(pub &'a str);

impl fmt::Display for MarkdownText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.0.trim();
        // What means a heading, a list or a rule means it only at the head of a line.
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let mut head = text[digits..].chars();
        if let Some(mark) = head.next() {
            let after = head.next();
            // "1. first", but "1.5bn"; "- no", but "-5 degrees".
            let is_marker = match mark {
                '.' | ')' => digits > 0 && after.is_none_or(char::is_whitespace),
                '#' | '+' | '-' | '=' => digits == 0 && after.is_none_or(|c| c.is_whitespace() || c == mark),
                _ => false,
            };
            if is_marker {
                write!(f, "{}\\{mark}", &text[..digits])?;
                text = &text[digits + 1..];
            }
        }
        let (mut before, mut rest) = (None, text.char_indices().peekable());
        let mut written = 0;
        while let Some((at, character)) = rest.next() {
            let after = rest.peek().map(|&(_, next)| next);
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let escaped = match character {
                '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
                // Inside a word an underscore emphasises nothing: "danaw_courier".
                '_' => !(is_word(before) && is_word(after)),
                // "&copy;" would become a sign; "AT&T" is safe, but telling them apart is not worth it.
                '&' => is_word(after) || after == Some('#'),
                _ => false,
            };
            if escaped {
                f.write_str(&text[written..at])?;
                f.write_char('\\')?;
                written = at;
            } else if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
                f.write_str(&text[written..at])?;
                if before != Some(' ') {
                    f.write_char(' ')?;
                }
                written = at + character.len_utf8();
                before = Some(' ');
                continue;
            }
            before = Some(character);
        }
        f.write_str(&text[written..])
    }
}

/// Text as a JSON string, quotation marks included, that may also stand inside a `<script>`
/// element: `<`, `>`, `&` and the line separators of JavaScript are written as `\u003c`.
///
/// # Examples
/// ```
/// use article_digest::render::JsonText;
///
/// assert_eq!(JsonText("say \"no\"</script>").to_string(), r#""say \"no\"\u003c/script\u003e""#);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct JsonText<'a>(pub &'a str);

impl fmt::Display for JsonText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let mut written = 0;
        for (at, character) in self.0.char_indices() {
            let short = match character {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => "",
                character if character.is_control() => "",
                _ => continue,
            };
            f.write_str(&self.0[written..at])?;
            if short.is_empty() {
                write!(f, "\\u{:04x}", u32::from(character))?;
            } else {
                f.write_str(short)?;
            }
            written = at + character.len_utf8();
        }
        f.write_str(&self.0[written..])?;
        f.write_char('"')
    }
}

/// Writes a text with some characters replaced, the runs between them in one piece each.
fn replace(f: &mut fmt::Formatter<'_>, text: &str, by: impl Fn(char) -> Option<&'static str>) -> fmt::Result {
    let mut written = 0;
    for (at, character) in text.char_indices() {
        if let Some(replacement) = by(character) {
            f.write_str(&text[written..at])?;
            f.write_str(replacement)?;
            written = at + character.len_utf8();
        }
    }
    f.write_str(&text[written..])
}
