"""A day's plan as a page: from the plan to its blocks, and to its facts for programs."""
