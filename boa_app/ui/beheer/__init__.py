"""Beheer: accounts, devices, one-time codes and who sees what, asked of the centre."""
