"""Make somebody a lead of the enquiries, from the server."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.enquiries.access.actions import HasAccess, appoint_lead
from directory.enquiries.models import InboxAccess

ADMIN = "wagtailadmin.access_admin"


class Command(BaseCommand):
    """The first lead has nobody to be granted by. Used again, it tells all leads by mail and in the access log."""

    help = "Makes an account a lead, who sees the access log and says who may read enquiries. Run it for two people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="The address that the account signs in with.")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        person = get_user_model()._default_manager.filter(email__iexact=email.strip()).first()
        if person is None:
            raise CommandError("No account signs in with this address. Make one first.")
        if not person.is_active:
            raise CommandError("This account is switched off.")
        try:
            appoint_lead(person=person)
        except HasAccess as error:
            raise CommandError("This account is a lead already.") from error
        leads = InboxAccess.objects.current().leads().count()
        self.stdout.write(f"Account {person.pk} is a lead. The hub has {leads} now. All of them are told.")
        if not person.has_perm(ADMIN):
            self.stderr.write("It cannot reach the admin yet: give it the role Leads there.")
        if leads < 2:
            self.stderr.write("Appoint a second one: what a lead grants, another lead must confirm.")
