"""Tests of `reader.readout.grammar`."""
