"""Where the project keeps its files: the checkout, the sample sites, the output."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from scrapy.settings import BaseSettings
from scrapy.utils.conf import closest_scrapy_cfg

__all__ = [
    "articles_folder",
    "can_be_seen",
    "complaint_of_file",
    "complaint_of_folder",
    "sample_folder",
    "why_no_folder",
]

_SAMPLES: Final = Path("tests") / "fixtures"


def _project_folder() -> Path | None:
    """Return the folder of the nearest scrapy.cfg above the current one."""
    cfg = closest_scrapy_cfg()
    return Path(cfg).parent if cfg else None


def articles_folder(settings: BaseSettings) -> Path:
    """Return the output folder: ARTICLES, else `articles` beside scrapy.cfg, else here."""
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


def can_be_seen(path: Path) -> bool:
    """Return whether something is at `path`, as far as rights permit to know."""
    try:
        return path.exists()
    except PermissionError:
        return False


def complaint_of_file(path: Path) -> str | None:
    """Return a sentence saying why the file at `path` can't be written, or None.

    The check leaves nothing behind. Pipes and devices are not opened: their readers would take that
    for the end.
    """
    if can_be_seen(path) and not path.is_file() and not path.is_dir():
        return None
    if complaint := complaint_of_folder(path.parent, of=path):
        return complaint
    made = _missing_folders(path.parent)
    new = not can_be_seen(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
        if new:
            path.unlink()
    except OSError as error:
        return f"{path} can't be written: {error.strerror or error}"
    finally:
        _remove(made)
    return None


def complaint_of_folder(folder: Path, of: Path | None = None) -> str | None:
    """Return a sentence saying why `folder` can't be written to, or None; leave nothing behind.

    The sentence names `of`, if given, in place of the folder.
    """
    made = _missing_folders(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"{of or folder} can't be written: {why_no_folder(folder, error)}"
    else:
        may = os.access(folder, os.W_OK | os.X_OK)
        return None if may else f"{of or folder} can't be written: {_why_forbidden(folder)}"
    finally:
        _remove(made)


def why_no_folder(folder: Path, error: OSError) -> str:
    """Return why `folder` could not be made."""
    there = (path for path in (folder, *folder.parents) if can_be_seen(path))
    file = next((path for path in there if not path.is_dir()), None)
    return f"{file} is a file, not a folder" if file else str(error.strerror or error)


def _why_forbidden(folder: Path) -> str:
    is_read_only = bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    return os.strerror(errno.EROFS if is_read_only else errno.EACCES)


def _missing_folders(folder: Path) -> list[Path]:
    """Return `folder` and its parents that do not exist, the innermost first."""
    return [path for path in (folder, *folder.parents) if not can_be_seen(path)]


def _remove(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
