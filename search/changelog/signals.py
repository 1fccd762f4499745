"""What the change log tells others, so that it need not know them."""

from django.dispatch import Signal

# Sent once after each commit that appended rows, in the process that wrote them.
changes_committed = Signal()
