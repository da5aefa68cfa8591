//! How much a digest says.

/// How much a digest says, set on the [`Digester`](crate::Digester)'s builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Detail {
    /// Entities without mentions, figures, times, keywords and key sentences.
    Brief,
    /// Mentions, quotations, zones and sentences besides.
    #[default]
    Standard,
    /// Tokens besides, and for every item why it was read so.
    Full,
}

/// Why an item was read so: short phrases, filled in only at [`Detail::Full`].
pub type Reasons = Vec<std::borrow::Cow<'static, str>>;
