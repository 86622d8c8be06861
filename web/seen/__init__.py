"""What the templates are given: frozen, and made of answers of the read models."""
