"""What a reader must know about the page they are on."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()

NOTICE_KINDS = ("", "done", "hint", "warning", "fault")


@register.simple_block_tag
def notice(content: str, *, kind: str = "", title: str = "", role: str = "", on_paper: bool = True) -> SafeString:
    """A box around what stands between the tags.

    kind: one of `NOTICE_KINDS`; `role`: "status" or "alert" where it answers what the reader just did.
    """
    context = {"content": content, "kind": kind, "title": title, "role": role, "on_paper": on_paper}
    return render_to_string("components/notice.html", context)
