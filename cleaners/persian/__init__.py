"""Persian as it is meant to be written: characters, spacing, half-spaces."""
