"""Lists in templates: words by a filter, links by a tag, and nothing that somebody wrote becomes markup."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe

LINKS = (
    "{{% {name} %}}{{% for name in names %}} {{% part %}}<a>{{{{ name }}}}</a>{{% end_part %}} between "
    "{{% empty %}}{{% part %}}none{{% end_part %}}{{% endfor %}}{{% end_{name} %}}."
)


def drawn(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("name", "expected"), [("listed", "a, b, c"), ("all_of", "a, b and c"), ("one_of", "a, b or c")]
)
def test_words_and_links_are_joined_alike(name: str, expected: str) -> None:
    names = ["a", "b", "c"]
    assert drawn(f"{{{{ names|{name} }}}}", names=names) == expected
    links = expected.replace("a,", "<a>a</a>,").replace("b", "<a>b</a>").replace(" c", " <a>c</a>")
    assert drawn(LINKS.format(name=name), names=names) == f"{links}."


def test_what_is_empty_says_so() -> None:
    assert drawn(LINKS.format(name="all_of"), names=[]) == "none."
    assert drawn('{% firstof names|listed _("Not recorded") %}', names=[]) == "Not recorded"
    assert drawn("{{ names|all_of }}", names=None) == ""


def test_markup_in_a_name_is_text() -> None:
    names = ["<b>", mark_safe("<i>x</i>")]
    assert drawn("{{ names|all_of }}", names=names) == "&lt;b&gt; and <i>x</i>"
    assert "&lt;b&gt;" in drawn(LINKS.format(name="all_of"), names=["<b>"])
    assert drawn('{% firstof names|listed _("-") %}', names=["<b>"]) == "&lt;b&gt;"
