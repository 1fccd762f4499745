"""What axe says of a page, with the contrast of texts that look the same asked only twice."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

# Every rule is asked. Only what broke one is told: telling all that was right takes longer than asking. And nothing
# is loaded for rules that are not asked: of those that are, none looks at style sheets but the browser's own way.
OPTIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}

# Contrast takes four fifths of all that axe does, because it asks of each text what is painted behind it. Where two
# texts have the same element, class and colours, and so have all elements around them, the answer is the same: of
# those that look the same, two are asked. What is hidden or disabled is no example for what is not.
LEAVE_OUT_WHAT_LOOKS_THE_SAME = """
() => {
  const PAINTED = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow"];
  const numbers = new Map();
  const counts = new Map();
  const isText = (element) => element.matches("input, select, textarea, button")
    || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const look = (element, around) => {
    const style = getComputedStyle(element);
    const words = [around, element.tagName, element.className, element.type, (element.control ?? element).disabled,
      element.ariaDisabled, ...PAINTED.map((name) => style[name])].join("|");
    if (!numbers.has(words)) numbers.set(words, numbers.size);
    return numbers.get(words);
  };
  const note = (element, around) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    const own = look(element, around);
    if (isText(element)) {
      counts.set(own, (counts.get(own) ?? 0) + 1);
      if (counts.get(own) > 2) element.dataset.looksTheSame = "";
    }
    for (const child of element.children) note(child, own);
  };
  // Since it was asked before, what looked like others may have changed.
  for (const element of document.querySelectorAll("[data-looks-the-same]")) delete element.dataset.looksTheSame;
  note(document.body, "");
  axe.configure({ rules: [{ id: "color-contrast", selector: "*:not([data-looks-the-same])" }] });
}
"""


def axe(page: Page, *, but_for: tuple[str, ...] = ()) -> AxeResults:
    """What axe says. Its half a megabyte is sent as it is: the engine keeps what it made of it for the next page."""
    tools = page.context.new_cdp_session(page)
    loaded = tools.send("Runtime.evaluate", {"expression": AXE_SCRIPT})
    tools.detach()
    assert "exceptionDetails" not in loaded, loaded
    page.evaluate(LEAVE_OUT_WHAT_LOOKS_THE_SAME)
    rules = {rule: {"enabled": False} for rule in but_for}
    return AxeResults(page.evaluate("options => axe.run(options)", {**OPTIONS, "rules": rules}))
