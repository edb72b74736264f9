"""The user's file: migrations, entities, changes, audit log, drafts and backup; all its SQL."""
