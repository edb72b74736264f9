"""The import window: choose a file, see how it is read and put that right, import it, and take it back if need be."""
