"""Search anything: the field over the window, what stands in it, and where each result leads."""
