"""The way in: unlocking, making a store the first time, the recovery code. Loads neither store nor WebEngine."""
