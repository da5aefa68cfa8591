//! How much the article is about each entity.

use crate::alias::Entities;
use crate::article::Article;
use crate::text::Document;

/// Sets the salience of every entity.
pub(super) fn salience(_article: &Article<'_>, _document: &Document<'_>, _entities: &mut Entities<'_>) {}
