"""Screens: what the reader sees at one time, and what the keys do there."""
