"""First view of every public page: 40 KB compressed, 6 requests, nothing from elsewhere, no script needed."""

import gzip

import pytest
from playwright.sync_api import Browser, Response
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible

MOST_BYTES, MOST_REQUESTS = 40_000, 6
# All pages in one test keep one worker for a minute and more, while the others have nothing left to do.
PARTS = 4
PAGES = (
    "/",
    "/guidance/",
    "/guidance/define-the-idea/",
    "/guidance/define-the-idea/what-is-a-peer/",
    "/guidance/deliver-it/recruit-and-induct/",
    "/guidance/deliver-it/learn-as-you-go/",
    "/guidance/deliver-it/make-it-normal/",
    "/guidance/deliver-it/liaison-and-diversion-role/",
    "/guidance/deliver-it/relapse-and-wellbeing/",
    "/guidance/requirements/",
    "/glossary/",
    "/useful/?page=/guidance/define-the-idea/&answer=no",
    "/guidance/set-it-up/record-checks/",
    "/stories/",
    "/about/",
    "/find/?q=alcohol&near=G42+9HX&setting=before-release",
    "/find/?q=gambling&near=G83+8NT&setting=before-release",
    "/find/?near=ZZ99+9ZZ&need=gone",
    "/find/?age=old&gender=woman&mode=outreach&referrals=open",
    "/find/?q=suicidal",
    "/services/prison-recovery-coordinator/",
    "/services/prison-recovery-coordinator/map/",
    "/services/samaritans/",
    "/organisations/sacro/",
    "/list/",
    "/list/add/lepps/",
    "/release/",
    "/help-for-families/",
    "/search/?q=prison",
    "/search/",
    "/enquiries/new/?service=lepps",
    "/enquiries/come-back/",
    "/enquiries/find/",
    "/enquiries/on-paper/",
    "/no-such-page/",
)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("width", [1280, 390])
def test_every_public_page_is_light_accessible_and_complete_without_script(
    live_server: LiveServer, browser: Browser, demo: None, width: int, part: int
) -> None:
    too_heavy = []
    for address in PAGES[part::PARTS]:
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        responses: list[Response] = []
        messages: list[str] = []
        page.on("response", lambda response, to=responses: to.append(response))
        page.on("console", lambda message, to=messages: to.append(message.text))
        page.goto(f"{live_server.url}{address}")
        assert_accessible(page)
        # By then the half second in which nothing more was asked for has passed.
        page.wait_for_load_state("networkidle")
        # Saving a service leads on to the list; what counts is the page it leads to.
        responses = [response for response in responses if not 300 <= response.status < 400]
        weight = sum(len(gzip.compress(response.body())) for response in responses)
        if weight > MOST_BYTES or len(responses) > MOST_REQUESTS:
            too_heavy.append((address, weight, len(responses)))
        assert all(response.url.startswith(live_server.url) for response in responses), address
        assert not [text for text in messages if "Content Security Policy" in text], address
        context.close()
    assert too_heavy == []


def test_leaving_replaces_the_page_so_that_back_does_not_lead_to_it(live_server: LiveServer, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    # The way out is another site: stand in for it, so that nothing leaves this machine.
    context.route("**/*bbc*/**", lambda route: route.fulfill(status=200, body="<title>Elsewhere</title>"))
    page.goto(f"{live_server.url}/health/live")
    page.goto(f"{live_server.url}/find/?q=private")
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("**/*bbc*/**")
    page.go_back()
    assert page.url == f"{live_server.url}/health/live"
    context.close()


def test_without_script_the_finder_and_its_filters_work(live_server: LiveServer, browser: Browser, demo: None) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/find/")
    assert not page.get_by_label("Police custody").is_visible()
    page.get_by_role("link", name="Filter results").click()
    page.get_by_label("Police custody").check()
    page.get_by_role("button", name="Apply filters").click()
    assert "setting=police-custody" in page.url
    assert page.get_by_role("link", name="Take off Police custody").is_visible()
    page.get_by_role("link", name="POP Plus custody peer mentors", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "POP Plus custody peer mentors"
    context.close()
