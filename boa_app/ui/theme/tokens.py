"""The values of resources/theme/tokens.css, per theme. Nothing is written down twice: this reads the file."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from boa_app.paths import resource

ThemeName = Literal["licht", "donker"]
THEME_NAMES: tuple[ThemeName, ...] = ("licht", "donker")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+);")
_SIZE = re.compile(r"(\d+)px")


@cache
def read_tokens(name: ThemeName) -> dict[str, str]:
    """Every token of one theme, without the leading dashes; the night block overrides the day block."""
    text = _COMMENT.sub("", resource("theme", "tokens.css").read_text(encoding="utf-8"))
    tokens: dict[str, str] = {}
    for selectors, body in _BLOCK.findall(text):
        wanted = {selector.strip() for selector in selectors.split(",")}
        if ":root" in wanted or f'[data-thema="{name}"]' in wanted:
            tokens.update({key: value.strip() for key, value in _TOKEN.findall(body)})
    return tokens


@cache
def px(token: str) -> int:
    """The size behind a token in logical pixels. Sizes are the same in both themes."""
    found = _SIZE.fullmatch(read_tokens("licht")[token])
    if found is None:
        raise ValueError(token)
    return int(found.group(1))


@cache
def weight(token: str) -> int:
    """The font weight behind a w-token: 400, 500, 600 or 700."""
    return int(read_tokens("licht")[token])


def font_families() -> list[str]:
    """Font families in order of preference, without the quotes of the style sheet."""
    return [part.strip().strip('"') for part in read_tokens("licht")["font"].split(",")]
