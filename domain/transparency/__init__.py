"""What makes the log checkable by anybody: pure functions on bytes."""
