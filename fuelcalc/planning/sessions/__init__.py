"""Sessions as they are trained: what a run, a lift or anything else costs, and when it is."""
