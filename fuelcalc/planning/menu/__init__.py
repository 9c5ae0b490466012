"""A day's menu: which dish at which feeding, in which portions."""
