//! Tests of the `digest` stage on sentences of our own.
