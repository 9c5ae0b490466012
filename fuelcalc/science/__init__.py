"""
Equations on plain floats or numpy arrays, one question a file.

Nothing here knows a model, a unit, a clock or a file: numbers go in, numbers come out, and
the same code serves one athlete and a million rows.
"""
