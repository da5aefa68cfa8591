//! Tests of the `alias` stage on sentences of our own.
