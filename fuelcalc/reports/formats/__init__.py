"""One file a format: from blocks to text or bytes."""
