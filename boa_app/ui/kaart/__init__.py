"""Kaart en lijst: one filter, the meldingen it leaves in a list and on the map, and one of them chosen in both."""
