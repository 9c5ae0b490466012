"""What reads the files of watches, apps and calendars: one file a format, one a rule."""
