"""How the log goes out again: whole, and in forms that others can read."""
