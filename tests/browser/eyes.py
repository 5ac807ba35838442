"""What a browser sees of one page: faults of accessibility, of width, of script and of policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
AXE = Axe().axe_script
# preload serves one rule alone, which is on trial and not among ours: css-orientation-lock
_RUN = (
    """runOnly => axe.run({resultTypes: ["violations"], runOnly, preload: false}).then(r => r.violations)"""
)
GRAVE = {"serious", "critical"}
_SETTLED = """() => document.readyState === 'complete'
  && !document.querySelector('.htmx-request, .htmx-settling, .htmx-swapping')
  && [...document.querySelectorAll('[hx-trigger~=load]')].every(e => !e.matches(':empty'))"""
_WIDER = """async () => {
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
  return `${document.documentElement.scrollWidth}px: ` + out.slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join(" | ");
}"""


@dataclass
class Eyes:
    """Looks at one page after another and keeps what is wrong in ``faults``."""

    page: Any
    house: str
    faults: list[str] = field(default_factory=list)
    at: str = ""

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self._note(f"script: {error}"))

    def look(self, path: str, *, language: str) -> None:
        """At the desk by day with every rule, by night its colours, and as wide as a phone."""
        self._go(path, language)
        self._judge("by day", RULES)
        self.page.emulate_media(color_scheme="dark")
        self._judge("by night", COLOURS)
        self.page.set_viewport_size(PHONE)
        if wider := self.page.evaluate(_WIDER):
            self._note(f"wider than a phone: {wider}")

    def look_on_a_phone(self, path: str, *, language: str) -> None:
        """By night on a phone, with every rule."""
        self._go(path, language, width=PHONE, colours="dark")
        self._judge("on a phone by night", RULES)
        if wider := self.page.evaluate(_WIDER):
            self._note(f"wider than a phone: {wider}")

    def _go(self, path: str, language: str, *, width: Any = DESK, colours: str = "light") -> None:
        self.at = f"{language} {path}"
        self.page.set_viewport_size(width)
        self.page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        answer = self.page.goto(self.house + path)
        if answer.status != 200:
            self._note(f"answers {answer.status}")
        self.page.wait_for_function(_SETTLED)
        self.page.evaluate(AXE)

    def _judge(self, when: str, rules: dict[str, Any]) -> None:
        for fault in self.page.evaluate(_RUN, rules):
            if fault["impact"] in GRAVE:
                places = "; ".join(_place(node) for node in fault["nodes"][:3])
                self._note(f"{when}: {fault['id']} ({len(fault['nodes'])}): {places}")

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"console: {message.text[:300]}")

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.at}: {fault}")


def _place(node: dict[str, Any]) -> str:
    measured = next((c["message"] for c in node["any"] if "contrast" in c["id"]), "")
    return f"{node['target'][0]} {node['html'][:120]} {measured}".strip()
