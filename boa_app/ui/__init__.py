"""Windows and widgets, one folder per job; the only package that knows Qt."""
