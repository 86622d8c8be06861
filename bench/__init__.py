"""Measures Show of Hands against the bare machine below it, both in one run."""
