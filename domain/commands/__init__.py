"""What people can do, one file for each stream; together they are ``Governance``."""
