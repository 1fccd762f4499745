"""Referral enquiries: the only room of the hub with personal data. See docs/enquiries.md."""
