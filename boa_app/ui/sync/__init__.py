"""Synchroniseren: the bonnetje, what asks attention, and the conflictenmand."""
