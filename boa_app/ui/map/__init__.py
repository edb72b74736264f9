"""The map in the window: scheme, guard, profile, bridge and the view. It displays what mapping/ makes."""
