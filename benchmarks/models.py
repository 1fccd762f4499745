"""What the stock search of Wagtail is measured on."""

from django.db import models
from wagtail.search import index


class Listing(index.Indexed, models.Model):
    """A synthetic service with one value for each facet, since the stock search counts nothing else."""

    title = models.CharField(max_length=200)
    summary = models.TextField()
    need = models.CharField(max_length=50)
    area = models.CharField(max_length=20)

    search_fields = [
        index.SearchField("title", boost=6),
        index.SearchField("summary"),
        index.FilterField("need"),
        index.FilterField("area"),
    ]

    def __str__(self) -> str:
        return self.title
