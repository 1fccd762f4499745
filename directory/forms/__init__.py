"""The one way in which public pages ask something: Django forms drawn with GOV.UK's components. See ADR 30."""
