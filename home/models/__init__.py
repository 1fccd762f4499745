"""The home page, plain pages and what surrounds every page."""

from .pages import HomePage, StandardPage
from .settings import DEFAULT_EXIT_URL, SiteSettings, UrgentHelpNumber

__all__ = ["DEFAULT_EXIT_URL", "HomePage", "SiteSettings", "StandardPage", "UrgentHelpNumber"]
