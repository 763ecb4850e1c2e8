"""Tests of `reader.readout`: one file a module; the posts are our own."""
