"""Across readouts: what is new, reworded, dropped; who is named, in which order; where a word stands; what recurs.

May import `readout` and `text`. Pure: texts and people come in, plain values go out; nothing here knows a folder, a
table or a screen. Every result names the passage it stands on, and counts are always n of N, never scores.

Meetings are told apart by their number in a list, oldest first (by day, then publication); who calls keeps the list.
Modules: `where` (a place in a body), `novelty` (said before, new share), `subsequence` and `comparison` (two
readouts), `attendance` (people x meetings), `concordance` (a word in context), `phrases`, `figures`, `series`.
"""
