"""A hub that starts with a second language, from the database of one to a translated page: a process of its own."""

import sys

import django
from django.core.management import call_command


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

    from django.test import Client  # needs the apps that are set up above, as all of these
    from django.urls import reverse
    from wagtail.models import Locale

    from home.models import HomePage
    from hub.accounts.roles import DIRECTORY_EDITORS, EDITORS
    from tests.factories.hub import make_user, pass_second_factor

    assert sorted(Locale.objects.values_list("language_code", flat=True)) == ["cy", "en-gb"]
    client, home = Client(HTTP_HOST="localhost"), HomePage.objects.get()
    submit = reverse("simple_translation:submit_page_translation", args=[home.pk])

    for role, allowed in ((DIRECTORY_EDITORS, False), (EDITORS, True)):
        user = make_user(role)
        client.force_login(user)
        pass_second_factor(client, user)
        assert (client.get(submit).status_code == 200) is allowed, role
    welsh = Locale.objects.get(language_code="cy")
    response = client.post(submit, {"locales": [welsh.pk]})
    assert response.status_code == 302, response.content
    translation = home.get_translation(welsh)
    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[translation.pk])
    assert client.get(response.headers["Location"]).status_code == 200

    reader = Client(HTTP_HOST="localhost")
    assert "This page is not available in Cymraeg yet." in reader.get("/cy/").content.decode()
    translation.heading = "Cymorth"
    translation.save_revision().publish()
    page = reader.get("/cy/")
    assert "Cymorth" in page.content.decode()
    assert "hub.middleware.address_language.AddressLanguageMiddleware" in django.conf.settings.MIDDLEWARE
    assert page.headers["Content-Language"] == "cy"
    sys.stdout.write("translated")


if __name__ == "__main__":
    main()
