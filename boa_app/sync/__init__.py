"""Sync: protocol, clock, merge and flow are pure; transport is the client's only HTTP."""
