"""Measurements: what the project reaches, beside other tools, in one run."""
