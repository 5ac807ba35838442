"""Text that would be markup, were it not escaped, and eyes for what grows from it."""

from __future__ import annotations

from html.parser import HTMLParser

PLANTED = "\"'><zqx zqx=1>"
FORMULA = "=1+1|zqx"


class Watch(HTMLParser):
    """Notes elements and attributes that only the planted text can have made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        strange = [name for name, _value in attrs if name == "zqx" or name.startswith("on")]
        if tag == "zqx" or strange:
            self.grown.append(self.get_starttag_text() or tag)


def grown_in(body: str) -> list[str]:
    watch = Watch()
    watch.feed(body)
    return watch.grown
