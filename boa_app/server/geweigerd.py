"""What the centre says no to: a code of texts with its fields and the HTTP status it goes out under."""

from __future__ import annotations

from boa_app.domain.errors import FieldValue, UserError


class Geweigerd(UserError):
    """A refusal. status: of the HTTP answer; 401 asks the device for a new token or to stop, 409 to look again."""

    def __init__(self, status: int, code: str, /, **fields: FieldValue) -> None:
        super().__init__(code, **fields)
        self.status = status
