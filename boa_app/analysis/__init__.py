"""Pure functions on arrays: density, hotspots, change tests, siting, disclosure control, CRS conversion."""
