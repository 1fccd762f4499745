"""Which languages a hub has, and what Django and Wagtail are told of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

TRANSLATION_APPS = ("wagtail.contrib.simple_translation",)
MIDDLEWARE = "hub.middleware.address_language.AddressLanguageMiddleware"
PAGE_CACHE = "hub.page_cache.middleware.PageCacheMiddleware"


def language_settings(named: Iterable[str]) -> dict[str, Any]:
    """What follows from the languages: the first is the hub's own, whose addresses have no prefix.

    Raises `ImproperlyConfigured` for none, for one named twice, and for one that Django knows nothing of.
    """
    codes = [code.strip().lower() for code in named if code.strip()]
    if not codes or len(set(codes)) < len(codes):
        raise ImproperlyConfigured("HUB_LANGUAGES names no language, or one of them twice. See docs/settings.md.")
    unknown = [code for code in codes if code not in LANG_INFO]
    if unknown:
        raise ImproperlyConfigured(
            f"HUB_LANGUAGES names {', '.join(unknown)}, which Django does not know. See docs/settings.md."
        )
    languages = [(code, own_name(code, codes)) for code in codes]
    return {
        "LANGUAGE_CODE": codes[0],
        "LANGUAGES": languages,
        "WAGTAIL_CONTENT_LANGUAGES": languages,
        "WAGTAIL_I18N_ENABLED": len(codes) > 1,
    }


def own_name(code: str, codes: Sequence[str]) -> str:
    """What a language is called in itself, without its country unless it is there twice: English, Cymraeg."""
    family = code.partition("-")[0]
    is_alone = sum(each.partition("-")[0] == family for each in codes) == 1
    name = LANG_INFO[family if is_alone and family in LANG_INFO else code]
    # Some are named by another only, as Chinese as spoken in Taiwan.
    name = LANG_INFO[name["fallback"][0]] if "name_local" not in name else name
    return name["name_local"][:1].upper() + name["name_local"][1:]


def with_translation_apps(apps: Sequence[str]) -> list[str]:
    """Beside Wagtail's others: roles are written after the last app, when the permissions of all must be there."""
    place = apps.index("wagtail.contrib.redirects")
    return [*apps[:place], *TRANSLATION_APPS, *apps[place:]]


def with_address_language(middleware: Sequence[str]) -> list[str]:
    """Right after kept pages: those hold the address in their key, and with it the language."""
    place = middleware.index(PAGE_CACHE) + 1
    return [*middleware[:place], MIDDLEWARE, *middleware[place:]]
