"""Django's command, which also finds what is translated when it is shown and not when a module is imported."""

from django.core.management.commands import makemessages

# The rooms import `gettext_lazy` by this name where they need `gettext` too.
LAZY = "--keyword=lazy"


class Command(makemessages.Command):
    xgettext_options = [*makemessages.Command.xgettext_options, LAZY]
