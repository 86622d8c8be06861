"""Stories in plain words, to be read aloud to a committee, and lived by the real program."""
