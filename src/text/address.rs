//! Addresses: of the web, of mail.

use super::class::Class;
use super::part::{self, Part};
use super::{Span, TokenKind};

/// An address in a chunk.
pub(super) struct Address {
    pub(super) span: Span,
    pub(super) kind: TokenKind,
}

/// The first address in a chunk.
///
/// # Complexity
/// Linear in the chunk up to the end of what is found.
pub(super) fn find(text: &str, chunk: Span) -> Option<Address> {
    let found = &text[chunk];
    let address =
        |start: usize, end: usize, kind| Address { span: Span::new(chunk.start() + start, chunk.start() + end), kind };
    if let Some(colon) = found.find("://") {
        let start = colon - found.as_bytes()[..colon].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
        let end = trimmed(found, start, found.len());
        if start < colon && end > colon + 3 {
            return Some(address(start, end, TokenKind::Url));
        }
    }
    let start = found.find(|c: char| Class::of(c) == Class::Letter || c.is_numeric())?;
    if found[start..].get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) {
        return Some(address(start, trimmed(found, start, found.len()), TokenKind::Url));
    }
    mail(found).map(|(start, end)| address(start, end, TokenKind::Email)).or_else(|| {
        let (end, kind) = bare(found, start)?;
        Some(address(start, end, kind))
    })
}

/// The end of an address without the signs that close a sentence or a bracket after it.
fn trimmed(chunk: &str, start: usize, mut end: usize) -> usize {
    let opened = chunk[start..end].contains('(');
    while let Some(last) = chunk[start..end].chars().next_back() {
        let closes = match Class::of(last) {
            Class::Close => !(opened && last == ')'),
            Class::Quote | Class::Apostrophe | Class::Punctuation | Class::Stop | Class::Open => true,
            _ => last == '>',
        };
        if !closes {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// `name@host.end`
fn mail(chunk: &str) -> Option<(usize, usize)> {
    let bytes = chunk.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-');
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|&b| b == b'@').map(|i| from + i) {
        let start = at - bytes[from..at].iter().rev().take_while(|b| local(b)).count();
        let host = bytes[at + 1..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
        let mut end = at + 1 + host;
        while matches!(bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        if start < at && bytes[at + 1..end.max(at + 1)].contains(&b'.') {
            return Some((start, end));
        }
        from = at + 1;
    }
    None
}

/// `example.com`, `example.co.uk/path`
fn bare(chunk: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = chunk.as_bytes();
    let host = bytes[start..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let mut end = start + host;
    let path = bytes.get(end) == Some(&b'/') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
    while end > start && matches!(bytes[end - 1], b'.' | b'-') {
        end -= 1;
    }
    let (name, domain) = chunk[start..end].rsplit_once('.')?;
    let labels = || chunk[start..end].split('.');
    let lower = domain.bytes().all(|b| b.is_ascii_lowercase());
    if !lower || name.len() < 2 || labels().any(str::is_empty) || !part::is(domain, Part::DOMAIN) {
        return None;
    }
    if path && start + host == end {
        return Some((trimmed(chunk, start, chunk.len()), TokenKind::Url));
    }
    // "in the U.S.co": a host has a label of three letters.
    let named = name.contains(|c: char| c.is_ascii_alphabetic()) && name.split('.').any(|label| label.len() >= 2);
    let kind = if chunk[start..].starts_with(|c: char| c.is_uppercase()) { TokenKind::Word } else { TokenKind::Url };
    named.then_some((end, kind))
}
