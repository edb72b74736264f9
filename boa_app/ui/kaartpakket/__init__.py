"""Kaartpakketten in the window: what is on this device and how old, another one in use, making a new one."""
