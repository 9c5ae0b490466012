"""What things are: athletes, sessions, days and plans, frozen and checked when made."""
