"""How people reach the log: pages, commands typed at a prompt, and files taken in."""
