"""Dialogs: what is asked or shown over the main screen, and what the keys do there."""
