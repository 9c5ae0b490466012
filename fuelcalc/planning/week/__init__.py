"""Several days as one: where they come from, what they come to."""
