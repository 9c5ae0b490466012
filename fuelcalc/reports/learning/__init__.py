"""Pages of what a log teaches, and of where mass may go."""
