"""Rondes: start and stop in one touch, tick a visit, look back."""
