"""Measurements of the project, compared with other tools in the same run."""
