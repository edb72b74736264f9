"""Where the boa is: sources of positions through QtPositioning, judged before anything uses them."""
