"""The home page, plain pages and what surrounds every page."""

from .pages import HomePage, StandardPage
from .settings import SiteSettings, UrgentHelpNumber

__all__ = ["HomePage", "SiteSettings", "StandardPage", "UrgentHelpNumber"]
