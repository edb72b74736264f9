"""Logging and correcting a melding: the form, and one melding in full."""
