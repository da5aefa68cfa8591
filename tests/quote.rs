//! Tests of the `quote` stage on sentences of our own.
