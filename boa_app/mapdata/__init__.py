"""Building and reading a kaartpakket: tiles, addresses, areas and streets, and the SQL of those files."""
