"""Every sentence for people that is not a widget label, keyed by code, in Dutch and English."""
