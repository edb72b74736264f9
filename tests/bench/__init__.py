"""`dev.py bench`: the numbers of the design, each as a ratio against a peer or limit measured in the same run."""
