"""The write side: what may be done, by which right, and the log it leaves behind."""
