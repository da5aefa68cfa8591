//! Tests of the `time` stage on sentences of our own.
