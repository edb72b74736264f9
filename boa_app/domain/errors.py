"""The error tree.

BoaError
├── UserError           the user can fix it              command line exit code 2
└── EnvironmentProblem  disk, lock, server, missing part  command line exit code 3

Anything else is a bug: it is logged and shown in the crash dialog, the data are safe, exit code 1.
Errors carry a code and fields; the sentence for people is made from them in ``boa_app.texts``.
Codes are snake_case Dutch, never reused for another meaning.
"""

from __future__ import annotations

FieldValue = str | int | float


class BoaError(Exception):
    """A known problem, told by code and fields; never carries contents of a record or a secret."""

    exit_code = 1

    def __init__(self, code: str, /, **fields: FieldValue) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields: dict[str, FieldValue] = fields

    def __str__(self) -> str:
        return self.code


class UserError(BoaError):
    """Something the user can put right: wrong passphrase, missing field, unknown code, no right."""

    exit_code = 2


class EnvironmentProblem(BoaError):
    """Something outside the program: disk full, folder read-only, store in use, part missing."""

    exit_code = 3
