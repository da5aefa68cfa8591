//! Tests of the `keyword` stage on sentences of our own.
