"""Ways to a guide: by question, role and nation, as the address says."""

from uuid import UUID

import pytest
from django.test import Client

from guidance.models import GuidePage, RelatedGuide
from guidance.outline import GuideEntry, Outline, StageEntry
from guidance.selection import Selection
from tests.factories.guidance import make_guide, make_section, make_stage


def guide(pk: int, roles: tuple[str, ...], nations: tuple[str, ...], *questions: str) -> GuideEntry:
    named = {"pk": pk, "original_pk": pk, "original_slug": str(pk), "key": UUID(int=pk), "title": f"Guide {pk}"}
    return GuideEntry(
        **named,
        url=f"/g/{pk}/",
        summary="",
        stage_number=1,
        roles=roles,
        jurisdictions=nations,
        questions=questions,
    )


def outline(*guides: GuideEntry) -> Outline:
    named = {"pk": 99, "original_pk": 99, "original_slug": "s", "key": UUID(int=99), "title": "Stage", "url": "/s/"}
    words = {"summary": "", "short_summary": "", "team_says": "", "move_on_when": ()}
    return Outline((StageEntry(**named, **words, number=1, guides=guides),))


PAY = guide(1, ("hr",), ("scotland", "england"), "How do we pay?")
PEERS = guide(2, ("peer",), ("scotland",), "What do I tell?")
BOTH = outline(PAY, PEERS)


def found(**query: str) -> list[int]:
    return [entry.pk for _, guides in Selection.from_query(query).of(BOTH) for entry in guides]


def test_role_and_nation_narrow_together() -> None:
    assert found() == [1, 2]
    assert found(**{"for": "hr"}) == [1]
    assert found(**{"in": "scotland"}) == [1, 2]
    assert found(**{"for": "peer", "in": "england"}) == []


@pytest.mark.parametrize("wrong", ["", "nobody", "hr\0", "HR", "' OR 1=1 --", "x" * 10_000])
def test_what_is_unknown_is_left_out(wrong: str) -> None:
    assert Selection.from_query({"for": wrong, "in": wrong, "by": wrong}) == Selection()


def test_questions_lead_to_the_guide_that_answers() -> None:
    chosen = Selection.from_query({"by": "questions", "for": "hr"})
    assert [asked for _, asked in chosen.questions_of(BOTH)] == [[("How do we pay?", PAY)]]


def test_a_link_keeps_the_rest_of_the_selection_and_undoes_what_is_chosen() -> None:
    chosen = Selection(role="hr", is_by_question=True)
    links = {choice.label: choice.address for choice in (*chosen.roles, *chosen.nations, chosen.by_question)}
    assert links["Wales"] == "?for=hr&in=wales&by=questions"
    assert links["HR"] == "?by=questions"
    assert links["All questions"] == "?for=hr"
    assert Selection().by_question.address == "?by=questions"


@pytest.mark.django_db
class TestPages:
    @pytest.fixture(autouse=True)
    def _guides(self) -> None:
        self.section = make_section()
        stage = make_stage(self.section, "Set it up")
        self.pay = make_guide(
            stage, "Pay", roles=["hr"], jurisdictions=["scotland"], shown_questions="How do we pay?\n\n What else? \n"
        )
        self.other = make_guide(stage, "Other", roles=["peer"], jurisdictions=["wales"])
        self.draft = make_guide(stage, "Draft", roles=["hr"], live=False, shown_questions="Is this hidden?")

    def read(self, address: str) -> str:
        response = Client().get(address)
        assert response.status_code == 200
        return response.content.decode().partition("<main")[2]

    def test_the_section_lists_what_was_asked_for(self) -> None:
        html = self.read(f"{self.section.url}?for=hr&in=scotland")
        assert "Guides for HR, in Scotland" in html
        assert self.pay.url in html
        assert self.other.url not in html
        assert "Draft" not in html
        assert 'aria-current="true"' in html

    def test_questions_are_listed_without_those_of_drafts(self) -> None:
        html = self.read(f"{self.section.url}?by=questions")
        assert "How do we pay?" in html
        assert "What else?" in html
        assert "Is this hidden?" not in html

    def test_nothing_found_leads_back_to_all(self) -> None:
        html = self.read(f"{self.section.url}?for=commissioner")
        assert "No guide is written for that yet" in html
        assert "No question is listed" in self.read(f"{self.section.url}?for=commissioner&by=questions")

    def test_what_nobody_knows_shows_everything(self) -> None:
        assert self.other.url in self.read(f"{self.section.url}?for=x&in=%00&by=y")

    def test_a_guide_says_for_whom_and_leads_to_more_for_them(self) -> None:
        html = self.read(self.pay.url)
        assert f'href="{self.section.url}?for=hr"' in html
        assert f'href="{self.section.url}?in=scotland"' in html
        assert "?in=wales" not in html

    def test_related_guides_that_are_no_longer_public_disappear(self) -> None:
        self.pay.related_guides = [RelatedGuide(guide=self.other), RelatedGuide(guide=self.draft)]
        self.pay.save()
        html = self.read(self.pay.url).partition('id="related"')[2]
        assert self.other.url in html
        assert "Draft" not in html
        self.other.unpublish()
        assert 'id="related"' not in self.read(self.pay.url)
        self.other.delete()
        assert GuidePage.objects.get(pk=self.pay.pk).related_guides.count() == 1

    def test_a_guide_is_found_only_below_its_stage(self) -> None:
        assert Client().get(f"{self.section.url}elsewhere/pay/").status_code == 404
        assert Client().get(self.draft.url).status_code == 404
        assert Client().get(f"{self.pay.url}more/").status_code == 404
