"""The opening screen: what is open, which places are due, what was logged last, what holds tonight."""
