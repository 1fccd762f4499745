"""What a page costs whoever opens it for the first time, and whether it holds still while it comes."""

import gzip
from typing import Any

from playwright.sync_api import Page, Request, Response

MOST_BYTES, MOST_REQUESTS = 40_000, 6
# What the page of kept services needs besides: its list is compared with what was saved since.
MOST_REQUESTS_OF_LIST = 7
# The browser gives no body of these.
LEADS_ON = range(300, 400)
# Nothing is drawn before these are there. A script among them hides what was left behind: docs/leaving.md.
MAY_BLOCK = {"hub.js", "hub.css", "enquiry_pages.css", "readiness.css"}

# A busy browser may draw between the start of a word's box and the word, and draws the box wider a moment later.
# Whatever pushes a paragraph by a line counts for more than this.
MAY_MOVE = 0.001

NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) {
      const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
      const moved = sources.map(({ node, previousRect, currentRect }) =>
        `${place(previousRect)} to ${place(currentRect)} in ${node?.parentElement?.outerHTML.slice(0, 80)}`);
      window.shifts.push({ value, moved });
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCROLL_THROUGH = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let y = 0; y < document.body.scrollHeight; y += 700) {
    window.scrollTo(0, y);
    await frame();
  }
  await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
    image.addEventListener("load", done);
    image.addEventListener("error", done);
  })));
  await frame();
  window.scrollTo(0, 0);
  await frame();
}
"""
# Of every picture: its place is kept before it comes, and it comes in the right size when it is needed.
LOOK_AT_PICTURES = """
() => [...document.images].flatMap((image) => {
  const wrong = [];
  const is_photograph = new URL(image.src).pathname.startsWith("/media/");
  const is_first = image.getAttribute("fetchpriority") === "high";
  const is_lazy = image.loading === "lazy";
  const top = image.getBoundingClientRect().top + window.scrollY;
  if (!image.hasAttribute("alt")) wrong.push("no alt");
  if (!(image.getAttribute("width") > 0 && image.getAttribute("height") > 0)) wrong.push("no width or height");
  if (is_photograph && !(image.srcset && image.sizes)) wrong.push("one size");
  if (is_photograph && !/[.](webp|avif)$/.test(image.currentSrc || image.src)) wrong.push("an old format");
  if (is_first && is_lazy) wrong.push("first and lazy");
  if (!is_first && !is_lazy && top > 2 * window.innerHeight) wrong.push("loaded at once although nobody sees it");
  return wrong.map((words) => `${words}: ${image.outerHTML.slice(0, 120)}`);
})
"""
WHAT_BLOCKS = """
() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking")
  .map(({ name }) => name.split("/").pop().replace(/[.][0-9a-f]{12}[.]/, "."))
"""


class FirstView:
    """Looks at each page that `page` comes to, as if nothing of it were in the browser yet."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._responses: list[Response] = []
        page.add_init_script(NOTE_SHIFTS)
        page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.on("request", self._begin)
        page.on("response", lambda response: self._responses.append(response))

    def _begin(self, request: Request) -> None:
        # Saving a service leads on to the list; what counts is the page it leads to.
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._responses.clear()

    def problems(self) -> list[str]:
        """What is wrong with the page as it stands, each in words."""
        self.page.wait_for_load_state("networkidle")
        found = [*self._too_heavy(), *self._foreign(), *self._what_blocks()]
        # From here on it is no first view: the whole page is looked at.
        self.page.evaluate(SCROLL_THROUGH)
        found += self.page.evaluate(LOOK_AT_PICTURES)
        shifts: Any = self.page.evaluate("window.shifts")
        found += [f"moves by {each['value']:.4f}: {each['moved']}" for each in shifts if each["value"] >= MAY_MOVE]
        return [f"{self.page.url}: {words}" for words in found]

    def _too_heavy(self) -> list[str]:
        weight = sum(weight_of(response) for response in self._responses)
        most = MOST_REQUESTS_OF_LIST if self.page.url.split("?")[0].endswith("/list/") else MOST_REQUESTS
        count = sum(not is_photograph(response) for response in self._responses)
        if weight > MOST_BYTES or count > most:
            return [f"{weight} bytes in {count} requests"]
        return []

    def _foreign(self) -> list[str]:
        origin = self.page.evaluate("location.origin")
        return [f"asks {each.url}" for each in self._responses if not each.url.startswith((f"{origin}/", "data:"))]

    def _what_blocks(self) -> list[str]:
        wrong: Any = set(self.page.evaluate(WHAT_BLOCKS)) - MAY_BLOCK
        return [f"is not drawn before {name}" for name in sorted(wrong)]


def weight_of(response: Response) -> int:
    """Compressed, as the site sends it. Photographs do not count, nor what only leads on: that is counted there."""
    return 0 if is_photograph(response) or response.status in LEADS_ON else len(gzip.compress(response.body()))


def is_photograph(response: Response) -> bool:
    return "/media/" in response.url
