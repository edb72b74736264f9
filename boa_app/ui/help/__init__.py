"""The manual on F1."""
