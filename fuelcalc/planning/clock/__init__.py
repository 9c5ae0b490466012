"""The clock of a day: waking, sessions and sleep, the feedings between, and what each holds."""
