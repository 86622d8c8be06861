"""Whole histories of a size that takes minutes: ``make check-scale``."""
