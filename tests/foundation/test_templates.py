"""What the shared templates must hold: error pages that need nothing, and forms that can be heard."""

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity


class Clue(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the <licence>.")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label="Agreed", required=False)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", [400, 403, 404, 500, 503])
def test_an_error_page_stands_without_request_and_context(code: int, language: str) -> None:
    with translation.override(language):
        page = render_to_string(f"{code}.html")
    assert str(code) in page
    assert f'lang="{"zh-Hans" if language == "zh-hans" else "en"}"' in page


class TestField:
    def test_points_to_its_help_and_its_error(self) -> None:
        html = Clue({})["name"].as_field_group()
        assert 'aria-describedby="id_name_helptext id_name_error"' in html
        assert 'id="id_name_helptext"' in html
        assert 'id="id_name_error"' in html
        assert 'aria-invalid="true"' in html

    def test_does_not_trust_its_help_text(self) -> None:
        assert "&lt;licence&gt;" in Clue()["name"].as_field_group()

    def test_of_several_controls_is_a_group_with_a_legend(self) -> None:
        html = Clue()["kind"].as_field_group()
        assert "<fieldset" in html
        assert "<legend>Kind" in html

    def test_says_when_it_is_optional(self) -> None:
        with translation.override("en"):
            assert "(optional)" in Clue()["note"].as_field_group()
            assert "(optional)" not in Clue()["name"].as_field_group()

    @pytest.mark.parametrize(
        ("name", "style"),
        [
            ("name", "form-control"),
            ("note", "form-control"),
            ("kind", "form-check-input"),
            ("agreed", "form-check-input"),
        ],
    )
    def test_wears_the_class_of_its_kind(self, name: str, style: str) -> None:
        assert f'class="{style}"' in str(Clue()[name])


def test_an_obstacle_shows_what_is_wrong_what_to_do_and_its_source() -> None:
    found = Obstacle(
        "case:x", "Only one officer.", Article(6), "Law, Art. 42", Severity.BLOCK, "Name a second one."
    )
    with translation.override("en"):
        html = render_to_string("foundation/_obstacles.html", {"obstacles": [found]})
    for words in (
        "Cannot go on",
        "Only one officer.",
        "Name a second one.",
        "Article 6",
        "Law, Art. 42",
        "tone-bad",
    ):
        assert words in html


def test_what_is_not_possible_can_be_opened_and_is_no_form() -> None:
    offer = {
        "name": "close",
        "label": "Close",
        "allowed": False,
        "obstacles": [Obstacle("case:x", "No visit is planned.")],
    }
    html = render_to_string("foundation/_offers.html", {"offers": [offer]})
    assert "<summary" in html
    assert "No visit is planned." in html
    assert "<form" not in html
