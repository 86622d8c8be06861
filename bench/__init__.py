"""What the program costs, beside the least that the same machine could do it for."""
