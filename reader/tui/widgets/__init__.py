"""Widgets: what is painted. They are given what to show and post messages; none reaches up."""
