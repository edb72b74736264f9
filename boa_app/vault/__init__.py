"""Key slots, encrypted files and the one way to open SQLCipher."""
