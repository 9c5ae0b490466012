"""Somebody's own foods and dishes: labels and recipes of a file, checked, and made a pantry of."""
