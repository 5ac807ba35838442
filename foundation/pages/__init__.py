"""Base classes of browser pages: each shows a list, shows a thing, or makes one service call."""

from foundation.pages.detail_page import DetailPage
from foundation.pages.form_page import ActPage, CreatePage, TransitionPage
from foundation.pages.list_page import ListPage
from foundation.pages.page import Page

__all__ = ["ActPage", "CreatePage", "DetailPage", "ListPage", "Page", "TransitionPage"]
