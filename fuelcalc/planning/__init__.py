"""Decisions and words: what a day's figures mean for one athlete."""
