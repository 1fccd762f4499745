"""Builds the committed tables of postcodes and places. Not shipped with the site: nothing of the site imports it."""
