from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory.admin.retirement import refuse_deletion, register_retirement_log, retirement_buttons
from directory.admin.viewsets import DirectoryViewSetGroup

register_snippet(DirectoryViewSetGroup)
hooks.register("before_delete_snippet", refuse_deletion)
hooks.register("register_snippet_listing_buttons", retirement_buttons)
hooks.register("register_log_actions", register_retirement_log)
