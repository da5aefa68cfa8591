//! Tests of the `figure` stage on sentences of our own.
