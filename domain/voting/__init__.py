"""Rule, ballots, outcome: arithmetic only. Nothing here knows the log, a clock or a file."""
