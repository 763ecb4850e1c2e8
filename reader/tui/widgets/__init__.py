"""Widgets: what is painted. They are told what to show and post messages; none reaches up."""
