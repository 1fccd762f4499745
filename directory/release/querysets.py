"""Which services belong to which step of a release. Each function narrows a query; none of them runs one."""

from collections.abc import Iterable

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, When
from django.utils import timezone

from directory.models import Area, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.models.listing_words import CHECK_INTERVAL

PRISON, BEFORE_RELEASE, LICENCE, COMMUNITY = "prison", "before-release", "licence", "community-sentence"


def can_be_offered(needs: Iterable[str] = ()) -> QuerySet[Service]:
    """Public services that run at present, for any of these needs; for none of them, all."""
    services = Service.objects.published().exclude(status=Service.Status.INACTIVE)
    slugs = list(needs)
    if not slugs:
        return services
    terms = TaxonomyTerm.objects.filter(taxonomy__slug=Taxonomy.NEED, slug__in=slugs)
    through = Service.needs.through.objects.filter(service=OuterRef("pk"), taxonomyterm__in=terms.values("pk"))
    return services.filter(Exists(through))


def starts_inside(services: QuerySet[Service], prison: Area, home: Iterable[str]) -> QuerySet[Service]:
    """Work in this prison: it is named, or work in prisons covers the whole nation around it."""
    reaches = _covers([prison.code, *areas_around(prison)])
    return _serves(_takes_home(services, home), PRISON, BEFORE_RELEASE).filter(reaches)


def meets_at_gate(services: QuerySet[Service], prison: Area, home: Iterable[str]) -> QuerySet[Service]:
    """Take on somebody who is about to leave this prison for the home area."""
    elsewhere = _names_prisons() & ~_covers([prison.code])
    return _serves(services, BEFORE_RELEASE, LICENCE).filter(_covers(home)).exclude(elsewhere)


def carries_on_after(services: QuerySet[Service], home: Iterable[str]) -> QuerySet[Service]:
    """Work in the home area with people on licence or a community sentence, or do not say with whom."""
    unsaid = services.exclude(Exists(Service.settings.through.objects.filter(service=OuterRef("pk"))))
    return (_serves(services, LICENCE, COMMUNITY) | unsaid).filter(_covers(home))


def likeliest_first(services: QuerySet[Service]) -> QuerySet[Service]:
    """Those that take referrals before those that may not, and by name. What was said too long ago is not known."""
    oldest = timezone.localdate() - CHECK_INTERVAL
    overdue = Q(assured_date=None) | Q(assured_date__lt=oldest) | Q(referrals_as_of__lt=oldest)
    rank = Case(
        When(overdue, then=2),
        When(referrals=Service.Referrals.OPEN, then=0),
        When(referrals=Service.Referrals.WAITING, then=1),
        When(referrals=Service.Referrals.FULL, then=3),
        default=2,
        output_field=IntegerField(),
    )
    return services.order_by(rank, "name", "pk")


def areas_around(area: Area) -> list[str]:
    """Codes of the areas that contain an area, from its `select_related` parents."""
    codes, parent = [], area.parent
    while parent is not None:
        codes.append(parent.code)
        parent = parent.parent if parent.parent_id else None
    return codes


def _serves(services: QuerySet[Service], *settings: str) -> QuerySet[Service]:
    """Asked for each service that covers the place: those are few, and those with a setting are a third of all."""
    terms = TaxonomyTerm.objects.filter(taxonomy__slug=Taxonomy.SETTING, slug__in=settings)
    through = Service.settings.through.objects.filter(service=OuterRef("pk"), taxonomyterm__in=terms.values("pk"))
    return services.filter(Exists(through))


def _takes_home(services: QuerySet[Service], home: Iterable[str]) -> QuerySet[Service]:
    """Leave out what names home areas of which none is this person's. An unknown home leaves nothing out."""
    codes = list(home)
    return services.exclude(_names_home_areas() & ~_covers(codes)) if codes else services


def _covers(codes: Iterable[str]) -> Q:
    return Q(pk__in=ServiceArea.objects.in_force().filter(area__code__in=list(codes)).values("service"))


def _names_prisons() -> Q:
    return Q(Exists(_areas_of_it().filter(area__kind=Area.Kind.PRISON)))


def _names_home_areas() -> Q:
    return Q(Exists(_areas_of_it().exclude(area__kind__in=Area.ESTABLISHMENTS)))


def _areas_of_it() -> QuerySet[ServiceArea]:
    return ServiceArea.objects.in_force().filter(service=OuterRef("pk"))
