"""Mend the paragraphs of text that lost its markup."""

__all__ = ["repair_paragraphs"]


def repair_paragraphs(paragraphs: list[str]) -> list[str]:
    """Return `paragraphs` with sentences joined that a stray break had cut."""
    repaired: list[str] = []
    for paragraph in paragraphs:
        if repaired and repaired[-1].endswith((" به", " از", " در", " و", " که", " با", "،")):
            repaired[-1] += " " + paragraph
        else:
            repaired.append(paragraph)
    return repaired
