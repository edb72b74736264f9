"""*Waar ben ik*: the place where somebody stands, or touched on the map, and what holds there."""
