"""Who issues a token reads its rights in words, by what they are about (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.vocabulary.rights import rights_by_area
from foundation.permissions import Permission


def test_every_right_has_words_once() -> None:
    told = [value for _area, rights in rights_by_area() for value, _words in rights]
    assert told == [right.value for right in Permission]


@pytest.mark.django_db
class TestTheForm:
    def test_tells_them_by_area(self, as_user: Callable[[str], Client]) -> None:
        page = as_user("secadmin").get(reverse("admin:enforcement_accesstoken_add")).content.decode()
        assert 'role="group" aria-label="案件"' in page
        assert 'value="case:read"' in page

    def test_makes_one_token_at_a_time(self, as_user: Callable[[str], Client]) -> None:
        page = as_user("secadmin").get(reverse("admin:enforcement_accesstoken_add")).content.decode()
        assert 'name="_save"' in page
        assert "_addanother" not in page
        assert "_continue" not in page
