"""The largest paint of every kind of page, on a slow telephone: from the hub as it is served, with pages kept."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.faults.running_hub import RunningHub
from tests.fixtures.database import StoredDatabases
from tests.fixtures.demo import DEMO, store_demo

# What Lighthouse calls slow 4G, and a telephone with a quarter of this processor.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
PROCESSOR = 4
MOST_MILLISECONDS = 1_000
# A line of text, in the same browser and on the same telephone. Where it takes longer than usual the machine
# is busy, and pages may take longer by as much.
CONTROL = "/health/live"
USUAL_MILLISECONDS = 300
TRIES = 3
KINDS = (
    "/",
    "/guidance/",
    "/guidance/define-the-idea/",
    "/guidance/define-the-idea/what-is-a-peer/",
    "/guidance/set-it-up/record-checks/",
    "/guidance/requirements/",
    "/guidance/readiness/",
    "/glossary/",
    "/stories/",
    "/about/",
    "/find/?q=alcohol&near=G42+9HX&setting=before-release",
    "/services/prison-recovery-coordinator/",
    "/organisations/sacro/",
    "/list/",
    "/release/",
    "/search/?q=prison",
    "/enquiries/new/?service=lepps",
    "/no-such-page/",
)
LARGEST_PAINT = """
() => new Promise((tell) => {
  let last = 0;
  const note = (list) => list.getEntries().forEach((entry) => { last = entry.startTime; });
  new PerformanceObserver(note).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => tell(last), 150);
})
"""


# No page that the public reads names a file of these.
NOT_PUBLIC = ("wagtail*", "django_otp")


class ServedHub(RunningHub):
    """What serves pages of the hub, with static files as they are deployed."""

    def prepare(self) -> None:
        ignored = [f"--ignore={pattern}" for pattern in NOT_PUBLIC]
        self.manage("collectstatic", "--noinput", "--verbosity", "0", *ignored)

    def procfile(self) -> Path:
        """The first line, which is the site."""
        whole, own = super().procfile(), self.folder / "Procfile"
        own.write_text("\n".join(line for line in whole.read_text().splitlines() if line.startswith("web:")))
        return own


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory,
    stored_databases: StoredDatabases,
    django_db_setup: None,
    django_db_blocker: Any,
) -> Iterator[ServedHub]:
    folder = tmp_path_factory.mktemp("served")
    with django_db_blocker.unblock():
        shutil.copytree(store_demo(stored_databases), folder / "media")
    more = {"DJANGO_SETTINGS_MODULE": "tests.journeys.served_settings"}
    hub = ServedHub(folder, stored_databases, extra=more, stored=DEMO, names=("web",))
    try:
        hub.start()
        yield hub
    finally:
        hub.stop()


def largest_paint(browser: Browser, address: str) -> float:
    """Milliseconds from asking to the largest paint, with nothing in the browser yet."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", NETWORK)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    answer = page.goto(address, wait_until="load")
    assert answer
    assert answer.status in (200, 404)
    found = page.evaluate(LARGEST_PAINT)
    context.close()
    return found


def too_late(browser: Browser, base: str, address: str) -> str:
    """Why a page is too late at every try; empty if it is in time. What else the machine does makes no page faster."""
    tries = []
    for _ in range(TRIES):
        page = largest_paint(browser, f"{base}{address}")
        assert page > 0
        if page <= MOST_MILLISECONDS:
            return ""
        control = largest_paint(browser, f"{base}{CONTROL}")
        assert control > 0
        if page <= MOST_MILLISECONDS * control / USUAL_MILLISECONDS:
            return ""
        tries.append(f"{page:.0f} ms ({control:.0f} ms for a line of text)")
    return f"{address}: {', '.join(tries)}"


def test_every_kind_of_page_is_seen_within_a_second(served: ServedHub, browser: Browser) -> None:
    base = f"http://127.0.0.1:{served.port}"
    largest_paint(browser, f"{base}{CONTROL}")
    for address in KINDS:
        # Whoever reads a page first after a change waits for it to be made.
        served.get(address)
    assert list(filter(None, (too_late(browser, base, address) for address in KINDS))) == []


def test_a_control_a_page_that_waits_for_heavy_styles_is_found_out(served: ServedHub, browser: Browser) -> None:
    """Sent through the same network: the styles of the site, twelve times before anything is drawn."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/")
    styles = page.locator("link[rel=stylesheet]").first.get_attribute("href")
    context.close()
    assert styles
    heavy = browser.new_context(viewport={"width": 390, "height": 844})
    page = heavy.new_page()
    tools = heavy.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", NETWORK)
    words = "".join(f'<link rel="stylesheet" href="{styles}?{number}">' for number in range(12))
    page.route(
        "**/about/", lambda route: route.fulfill(body=f"<title>x</title>{words}<p>Words", content_type="text/html")
    )
    page.goto(f"http://127.0.0.1:{served.port}/about/")
    assert page.evaluate(LARGEST_PAINT) > MOST_MILLISECONDS
    heavy.close()
