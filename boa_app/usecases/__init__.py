"""One function per thing a person does: rights, rules, store, log; used by the window and the command line alike."""
