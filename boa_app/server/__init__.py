"""The centre: routes, policies derived from the table of rights, identities and both back ends."""
