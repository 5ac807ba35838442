"""All rules of law: where they bite, which test proves them, and which are missing (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from enforcement.reports.rulebook import Entry, book, missing_among, write_derived
from enforcement.services.rules import rules_in_file
from enforcement.vocabulary import RuleArea


class Command(BaseCommand):
    help = (
        "Print the rules of law with citation, where they bite and the tests that prove them. "
        "Exit 0 when every rule is encoded and proven, or listed with a reason; 1 when one is missing "
        "(with --missing one finding a line); 2 for a code that does not exist."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("codes", nargs="*", metavar="CODE", help="only these, such as COE-2")
        parser.add_argument("--area", choices=RuleArea.values, help="only the rules of one area")
        parser.add_argument("--missing", action="store_true", help="only what is missing")
        parser.add_argument(
            "--docs", action="store_true", help="write docs/articles.md and the derived file again"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        rules = rules_in_file()
        with translation.override("en"):
            if options["docs"]:
                write_derived(rules)
                return
            chosen = self._chosen(rules, options)
            entries = book()
            missing = list(missing_among([rule["code"] for rule in chosen], entries))
            if not options["missing"]:
                for rule in chosen:
                    self._print(rule, entries.get(rule["code"], Entry(rule["code"])))
        for line in missing:
            self.stdout.write(line)
        if missing:
            raise SystemExit(1)

    def _chosen(self, rules: list[dict[str, Any]], options: dict[str, Any]) -> list[dict[str, Any]]:
        wanted = {code.upper() for code in options["codes"]}
        if unknown := wanted - {rule["code"] for rule in rules}:
            self.stderr.write(f"No such rule: {', '.join(sorted(unknown))}")
            raise SystemExit(2)
        return [
            rule
            for rule in rules
            if (not wanted or rule["code"] in wanted) and options["area"] in (None, rule["area"])
        ]

    def _print(self, rule: dict[str, Any], entry: Entry) -> None:
        self.stdout.write(f"{rule['code']}  {rule['title_en']}  [{rule['citation_en']}]")
        for place in (*entry.transitions, *entry.functions):
            self.stdout.write(f"    bites in {place}")
        for test in entry.tests:
            self.stdout.write(f"    proven by {test}")
