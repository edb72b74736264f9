"""What a Melding, Ronde, Jop or Schouw *is*: things, code lists, the one table of rights, retention terms and
errors.
"""
