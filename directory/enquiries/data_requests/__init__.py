"""Requests about data, holds, exports and who has how much to do: for leads, in one place."""
