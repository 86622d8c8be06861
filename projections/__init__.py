"""The read side: what the log says, asked through named questions."""
