"""The code beside the passphrase, for whoever reads enquiries: an app on a phone, and recovery codes on paper."""
