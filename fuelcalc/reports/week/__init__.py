"""A week: its page, its rows and its tree."""
