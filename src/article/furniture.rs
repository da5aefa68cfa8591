//! Captions, credits, appeals, author notes, copyright lines.
