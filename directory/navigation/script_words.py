"""What the scripts of public pages say, so that translators get it. `{name}` stays as it is."""

from django.utils.translation import gettext_noop as noop

SCRIPT_WORDS = (
    noop("Copied"),
    noop("Map of {name}"),
    noop("Map of {number} places"),
    noop("No suggestions."),
    noop("Save to list"),
    noop("Saved{name}. {number} on your list."),
    noop("See your list ({number})"),
    noop("Some pictures of the map could not be loaded. The addresses are below."),
    noop("Suggestions"),
    noop("The link is copied."),
    noop("The map could not be loaded. The addresses are below."),
    noop("1 suggestion. Use the up and down arrow keys."),
    noop("{number} suggestions. Use the up and down arrow keys."),
    noop("{place} is the place."),
)
