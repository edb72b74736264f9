"""The component set: small widgets with one setter for their data, all themed, named and reachable by keyboard."""
