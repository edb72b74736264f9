"""Photos: add and cover one, look at one, and the strip of thumbnails."""
