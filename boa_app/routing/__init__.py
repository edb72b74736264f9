"""The street graph and coverage plans for k groups; pure, no files and no clock."""
