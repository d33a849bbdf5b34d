"""Dates on Persian pages: the Jalali calendar, Tehran's clock, and how pages write both."""
