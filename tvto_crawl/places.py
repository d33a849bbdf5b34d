"""Where the project keeps things: the checkout, the sample sites, the output."""

from pathlib import Path
from typing import Final

from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

__all__ = ["articles_folder", "sample_folder"]

_SAMPLES: Final = Path("tests") / "fixtures"


def _project_folder() -> Path | None:
    """Return the folder of the nearest scrapy.cfg above the current one."""
    cfg = closest_scrapy_cfg()
    return Path(cfg).parent if cfg else None


def articles_folder(settings: BaseSettings) -> Path:
    """Return the folder of the output: ARTICLES, else beside scrapy.cfg, else here."""
    if settings.get("ARTICLES"):
        return Path(settings["ARTICLES"]).expanduser()
    return (_project_folder() or Path.cwd()) / "articles"


def sample_folder() -> Path | None:
    """Return the folder of the sample sites, or None outside a checkout."""
    checkout = Path(__file__).resolve().parent.parent
    for root in (_project_folder(), checkout):
        if root and (root / _SAMPLES).is_dir():
            return root / _SAMPLES
    return None
