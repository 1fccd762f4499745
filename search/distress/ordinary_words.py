"""Ordinary words that look like a mistyped or torn word of distress, and are not.

`python -m benchmarks.distress --near WORDS` lists candidates from a list of words.
"""

ORDINARY = """
"""
