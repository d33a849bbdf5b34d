"""Dates of Persian pages: the Jalali calendar, Tehran's clock, and what stands on a page."""
