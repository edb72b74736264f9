"""One function per thing a person does: rights, rules, store and log, for window and command line alike."""
