"""Axe is told to leave out texts that look like others: what is wrong with one of many is found all the same."""

import pytest
from playwright.sync_api import Page

from .axe import axe

ROWS = "".join(f"<li class=row id=row-{number}><span>Row {number}</span></li>" for number in range(40))
PAGE = f"""<!doctype html><html lang="en"><title>Rows</title><style>
body {{ color: #111; background: #fff; }}
%s
</style><main><h1>Rows</h1><p hidden class="late">Hidden</p><p class="late">Shown later</p><ul>{ROWS}</ul>
<label>Off <input disabled></label> <label>On <input></label></main>"""


def wrong(page: Page, styles: str) -> list[str]:
    page.set_content(PAGE % styles)
    return [violation["id"] for violation in axe(page).response["violations"]]


@pytest.mark.parametrize(
    "styles",
    [
        ".row { color: #bbb; }",
        "#row-17 { color: #bbb; }",
        "#row-39 span { color: #bbb; }",
        ".row:nth-child(7n + 5) { background: #444; }",
        "#row-22 { opacity: 0.3; }",
        "ul { background: #555; }",
        ".late { color: #bbb; }",
        "label { color: #bbb; }",
    ],
)
def test_contrast_of_any_of_many_is_found(page: Page, styles: str) -> None:
    assert wrong(page, styles) == ["color-contrast"]


def test_what_changed_since_axe_was_asked_is_found(page: Page) -> None:
    assert wrong(page, ".chosen { color: #bbb; }") == []
    page.evaluate("document.querySelector('#row-30').classList.add('chosen')")
    assert [violation["id"] for violation in axe(page).response["violations"]] == ["color-contrast"]


def test_nothing_is_wrong_with_the_page_as_it_is(page: Page) -> None:
    assert wrong(page, "") == []
