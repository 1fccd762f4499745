"""Checks of readiness for tests, with guides that ask something."""

from collections.abc import Iterable
from typing import Any

from django.test import Client
from django.urls import reverse

from guidance.models import GuidanceIndexPage, GuidePage
from guidance.readiness.actions import OpenCheck, open_check, start_check
from guidance.readiness.asked import QuestionSet, read_asked
from guidance.readiness.codes import grouped
from tests.factories.guidance import make_guide, make_section, make_stage

SOURCE = {"title": "The Act", "publisher": "Parliament", "published": "2020", "url": "https://law.example/act"}


def rule(identifier: str, **changes: Any) -> dict[str, Any]:
    """A rule in a guide's body."""
    value = {
        "level": "law",
        "text": f"Do {identifier}.",
        "applies_to": "Employers",
        "jurisdictions": ["scotland", "england", "wales"],
        "source": SOURCE,
        "valid_from": None,
        "valid_until": None,
        "note": "",
        "identifier": identifier,
    }
    return {"type": "requirement", "value": {**value, **changes}}


def statement(text: str, identifier: str, *, rests_on: str = "", chapter: str = "") -> dict[str, Any]:
    """A statement that closes a guide."""
    value = {"text": text, "identifier": identifier, "requirement": rests_on, "chapter": chapter}
    return {"type": "statement", "value": value}


def make_questions() -> GuidanceIndexPage:
    """Two stages, three guides and six questions: two by law, one of them in Scotland only, one should, three ours."""
    section = make_section()
    define, set_up = make_stage(section, "Define it"), make_stage(section, "Set it up")
    make_guide(define, "Why", checklist=[statement("We can say why.", "can-say-why")])
    make_guide(
        set_up,
        "Checks",
        body=[
            {"type": "heading", "value": "Before the first day"},
            rule("pvg", jurisdictions=["scotland"]),
            rule("policy"),
            rule("ask-late", level="should"),
            rule("old", level="past"),
        ],
        checklist=[
            statement("Late asking.", "ask-late-said", rests_on="ask-late"),
            statement("Everyone is a PVG member.", "pvg-members", rests_on="pvg", chapter="Before the first day"),
            statement("We have a policy.", "policy-written", rests_on="policy"),
            statement("The old form is gone.", "old-form", rests_on="old"),
        ],
    )
    make_guide(set_up, "Pay", checklist=[statement("Pay is graded.", "graded"), statement("Paid on time.", "on-time")])
    return section


def make_many_questions(count: int) -> GuidanceIndexPage:
    """One stage with so many questions."""
    section = make_section()
    stage = make_stage(section, "Set it up")
    for start in range(0, count, 50):
        make_guide(
            stage,
            f"Guide {start}",
            checklist=[statement(f"Thing {number}.", f"thing-{number}") for number in range(start, start + 50)],
        )
    return section


def begin(client: Client, *, stage: str = "all", nation: str = "all") -> OpenCheck:
    """Begin a check in this browser."""
    code = start_check(stage_key=_stage_key(stage), nation="" if nation == "all" else nation)
    client.post(reverse("readiness_open"), {"code": grouped(code)})
    return reopened(code)


def reopened(code: str) -> OpenCheck:
    """The check as it stands in the database."""
    opened = open_check(code)
    assert opened is not None
    return opened


def key_of(identifier: str) -> str:
    """The key of the question with this identifier."""
    return next(key for key in questions().questions if key.endswith(f".{identifier}"))


def questions() -> QuestionSet:
    return read_asked()


def form_of(check: OpenCheck, keys: Iterable[str], **said: tuple[str, str]) -> dict[str, str]:
    """What a page with these questions posts. said: by identifier, with `_` for `-`, the answer and the evidence."""
    data: dict[str, str] = {}
    for key in keys:
        stored = check.contents.of(key)
        name = key.partition(".")[2].replace("-", "_")
        reply, evidence = said.get(name, (stored.reply, stored.evidence))
        data |= {f"seen-{key}": stored.answer_mark, f"evidence-{key}": evidence}
        data |= {f"reply-{key}": reply} if reply else {}
    return data


def answer(client: Client, check: OpenCheck, *, then: str = "result", **said: tuple[str, str]) -> OpenCheck:
    """Answer some questions as a browser would, and read the check again."""
    asked = questions().for_check(check.check)
    slug = asked.stages[0].slug
    data = {**form_of(check, asked.questions, **said), "then": then}
    response = client.post(reverse("readiness_save_questions", args=[slug]), data)
    assert response.status_code == 303, response.content
    return reopened(check.code)


def _stage_key(slug: str) -> Any:
    stage = questions().stage(slug)
    return stage.key if stage else None


def guide(title: str) -> GuidePage:
    return GuidePage.objects.get(title=title)
