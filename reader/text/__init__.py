"""Strings only: folding, typesetting, safety, pinyin. May import nothing of the project."""
