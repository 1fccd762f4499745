"""Rules: how binding, for whom, where, since when, and who says so; and what closes a guide."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail import blocks

from guidance.block_operations import GiveRequirementsTheirParts
from guidance.blocks import DisagreementBlock, PeriodFiguresBlock, RequirementBlock
from guidance.choices import jurisdiction_words
from guidance.demo.building import heading, rule, source, statement, stream_value
from guidance.models import GuidePage
from tests.factories.guidance import edit_data, make_guide, make_section, make_stage
from tests.factories.hub import make_superuser

ACT = source("Example Act, section 4", "Example publisher", "2024", "https://law.example/4")
NOW = timezone.localdate
BODY = GuidePage._meta.get_field("body")
CHECKLIST = GuidePage._meta.get_field("checklist")


def day(days_from_now: int) -> str:
    return (NOW() + timedelta(days=days_from_now)).isoformat()


def requirement(**more: Any) -> blocks.StructValue:
    block = RequirementBlock()
    _, value = rule("law", "Keep a record.", "Every employer", ACT, identifier="keep-a-record", **more)
    return block.to_python({**value, **{name: more[name] for name in ("level",) if name in more}})


def rendered(value: blocks.StructValue) -> str:
    return " ".join(RequirementBlock().render(value).split())


def test_a_rule_says_source_date_nation_and_level() -> None:
    html = rendered(requirement(jurisdictions=("scotland", "wales"), valid_from="2025-04-01"))
    assert 'strength">Must <span class="hub-requirement__binding">by law</span>' in html
    assert "Scotland and Wales" in html
    assert "Since 1 April 2025" in html
    assert (
        '<a class="hub-link" href="https://law.example/4">Example Act, section 4</a>, Example publisher, 2024' in html
    )


def test_a_rule_to_come_says_from_when() -> None:
    html = rendered(requirement(valid_from="2099-04-01"))
    assert "Must, from 1 April 2099" in html
    assert "Applies from 1 April 2099" in html
    assert "hub-requirement--coming" in html


def test_a_rule_that_passed_says_since_when_it_no_longer_applies() -> None:
    html = rendered(requirement(valid_from="2020-01-01", valid_until="2025-03-31"))
    assert 'strength">Past<' in html
    assert "No longer applies since 1 April 2025" in html
    assert "Applied to" in html


def test_a_rule_holds_on_its_first_and_on_its_last_day() -> None:
    assert requirement(valid_from=day(0), valid_until=day(0)).state == "now"
    assert requirement(valid_from=day(1)).state == "coming"
    assert requirement(valid_until=day(-1)).state == "past"


def test_a_source_without_a_date_says_so() -> None:
    block = RequirementBlock()
    _, value = rule("should", "Do it.", "All", source("A page"), identifier="do-it")
    assert "A page, date not shown" in rendered(block.to_python(value))


def test_our_own_suggestion_says_that_no_rule_does() -> None:
    block = RequirementBlock()
    _, value = rule("suggestion", "Do it.", "All", source(""), identifier="do-it")
    html = rendered(block.clean(block.to_python(value)))
    assert "We suggest" in html
    assert "No rule says so" in html


def test_what_is_typed_into_a_rule_is_shown_as_typed() -> None:
    block = RequirementBlock()
    _, value = rule("law", "<script>x</script>", "<b>", source("<i>"), identifier="do-it")
    html = rendered(block.to_python(value))
    assert "<script>" not in html
    assert "<i>" not in html


def test_dates_that_cross_are_refused() -> None:
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        RequirementBlock().clean(requirement(valid_from="2025-04-01", valid_until="2025-03-31"))
    assert "last day lies before the first" in str(caught.value.block_errors["valid_until"])


def test_a_must_without_a_source_is_refused() -> None:
    block = RequirementBlock()
    _, value = rule("law", "Do it.", "All", source(""), identifier="do-it")
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        block.clean(block.to_python(value))
    assert "where this is written" in str(caught.value.block_errors["level"])


def test_an_identifier_is_a_plain_word() -> None:
    block = RequirementBlock()
    _, value = rule("law", "Do it.", "All", ACT, identifier="Not so!")
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        block.clean(block.to_python(value))
    assert "identifier" in caught.value.block_errors


def test_nations_are_listed_in_words() -> None:
    assert jurisdiction_words([]) == ""
    assert jurisdiction_words(["wales"]) == "Wales"
    assert jurisdiction_words(["wales", "scotland", "england"]) == "Scotland, England and Wales"


def test_sources_that_disagree_stand_side_by_side_with_their_dates() -> None:
    block = DisagreementBlock()
    value = block.to_python(
        {
            "question": "By when?",
            "jurisdictions": ["england"],
            "accounts": [
                {"text": "March 2020", "source": source("One", published="2018")},
                {"text": "March 2021", "source": source("Other", published="2019")},
            ],
            "reading": "Both have passed.",
        }
    )
    html = " ".join(block.render(block.clean(value)).split())
    assert "Source: One, 2018" in html
    assert "Source: Other, 2019" in html
    value["accounts"][0]["source"]["title"] = ""
    with pytest.raises(blocks.StructBlockValidationError):
        block.clean(value)


def periods(*parts: int, total: int) -> blocks.StructValue:
    listed = [{"label": f"part {number}", "number": number, "is_derived": False} for number in parts]
    return PeriodFiguresBlock().to_python(
        {
            "title": "Endings",
            "periods": [{"period": "2021", "label": "people", "total": total, "parts": listed}],
            "source": source("A report"),
            "uncertainty": "",
        }
    )


def test_parts_that_add_up_are_shown_by_period() -> None:
    block = PeriodFiguresBlock()
    html = " ".join(block.render(block.clean(periods(2, 3, total=5))).split())
    assert "<caption>2021</caption>" in html
    assert "None" not in html


def test_parts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        PeriodFiguresBlock().clean(periods(2, 3, total=6))
    assert "The parts make 5, not 6." in str(caught.value.as_json_data())


@pytest.fixture
def guide(db: None) -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up"), "Checks", live=False)


def fill(guide: GuidePage, body: list, checklist: list | None = None) -> None:
    guide.body = stream_value(BODY, body)
    guide.checklist = stream_value(CHECKLIST, checklist or [])


def test_dates_that_cross_stop_a_guide_from_going_live(guide: GuidePage) -> None:
    crossed = rule("law", "Keep it.", "All", ACT, identifier="k", valid_from="2025-02-02", valid_until="2025-01-01")
    fill(guide, [crossed])
    with pytest.raises(ValidationError) as caught:
        guide.save_revision().publish()
    assert "“Keep it.”: The last day lies before the first." in caught.value.message_dict["body"]
    assert not GuidePage.objects.get(pk=guide.pk).live


def test_an_editor_is_told_of_dates_that_cross_and_loses_nothing(guide: GuidePage, client: Client) -> None:
    client.force_login(make_superuser())
    fields = {
        "level": "law",
        "text": "Typed with care.",
        "applies_to": "All",
        "jurisdictions": "wales",
        "source-title": "Act",
        "valid_from": "2025-02-02",
        "valid_until": "2025-01-01",
    }
    data = edit_data(guide, **{f"body-0-value-{name}": value for name, value in fields.items()})
    data.update({"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "requirement"})
    response = client.post(f"/admin/pages/{guide.pk}/edit/", {**data, "action-publish": "1"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "The last day lies before the first." in html
    assert "Typed with care." in html
    assert not GuidePage.objects.get(pk=guide.pk).live


def test_identifiers_are_given_once_and_stay(guide: GuidePage) -> None:
    unnamed = rule("law", "Keep a record.", "All", ACT, identifier="")
    fill(guide, [unnamed, unnamed], [statement("We keep a record.")])
    guide.save_revision().publish()
    saved = GuidePage.objects.get(pk=guide.pk)
    assert [found["identifier"] for found in saved.requirements()] == ["keep-a-record", "keep-a-record-2"]
    saved.body[0].value["text"] = "Said in other words."
    saved.save_revision().publish()
    again = GuidePage.objects.get(pk=guide.pk)
    assert [found["identifier"] for found in again.requirements()] == ["keep-a-record", "keep-a-record-2"]
    assert again.statements()[0].identifier == "we-keep-a-record"


def test_a_statement_takes_level_and_nation_from_the_rule_it_rests_on(guide: GuidePage) -> None:
    asks = rule("law", "Keep a record.", "All", ACT, identifier="keep", jurisdictions=("scotland",))
    resting = statement("We keep one.", rests_on="keep", chapter="How to keep it", identifier="kept")
    fill(guide, [heading("How to keep it"), asks], [resting, statement("We like it.", identifier="liked")])
    guide.save_revision().publish()
    kept, liked = GuidePage.objects.get(pk=guide.pk).statements()
    assert (kept.level, kept.jurisdictions, kept.anchor) == ("law", ("scotland",), "how-to-keep-it")
    assert (liked.level, liked.jurisdictions, liked.anchor) == ("suggestion", ("scotland", "england", "wales"), "")
    assert not kept.is_past


def test_a_statement_that_rests_on_nothing_stops_a_guide_from_going_live(guide: GuidePage) -> None:
    fill(guide, [], [statement("We keep one.", rests_on="gone", chapter="Not here")])
    with pytest.raises(ValidationError) as caught:
        guide.save_revision().publish()
    problem = " ".join(caught.value.message_dict["checklist"])
    assert "no requirement of this guide has the identifier gone" in problem
    assert "no heading “Not here”" in problem


def test_what_was_stored_before_is_turned_into_parts() -> None:
    old = {
        "strength": "past",
        "text": "Have peers.",
        "applies_to": "Liaison and diversion, England",
        "source": "Specification",
        "source_url": "https://s.example/",
        "status": "The date has passed.",
    }
    new = GiveRequirementsTheirParts().apply(old)
    assert new["level"] == "past"
    assert new["jurisdictions"] == ["england"]
    assert new["source"]["title"] == "Specification"
    assert new["note"] == "The date has passed."
    assert RequirementBlock().clean(RequirementBlock().to_python(new))
    assert GiveRequirementsTheirParts().apply(new) == new
    assert GiveRequirementsTheirParts().apply({**old, "applies_to": "All"})["jurisdictions"] == [
        "scotland",
        "england",
        "wales",
    ]
