"""Tests of `reader.readout.cleaning.clean`."""
