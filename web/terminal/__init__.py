"""What the command line asks and answers: for people in sentences, for scripts in JSON."""
