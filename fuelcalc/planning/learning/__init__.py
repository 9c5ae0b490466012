"""What a log teaches of somebody: what in it is doubtful, what it says, and what comes of it."""
