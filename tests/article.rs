//! Tests of the `article` stage on sentences of our own.
