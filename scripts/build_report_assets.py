"""Build what the report page embeds: the chart library, the Persian font and their licences.

Run this after changing a version below. The results are committed, so that neither users nor tests
need npm:

    pip install fonttools brotli
    python scripts/build_report_assets.py

The chart library is Observable Plot (ISC; it draws SVG, whose labels the browser shapes, so that
Persian letters join correctly), bundled by esbuild with only the marks that the page draws. The
font is Vazirmatn (OFL), a variable font reduced to weights 400-700 and to the characters of
Persian, Arabic and Latin text.
"""

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

__all__ = ["main"]

_PACKAGE: Final = Path(__file__).parent.parent / "tvto_crawl"
_ASSETS: Final = _PACKAGE / "report" / "assets"
# The font is used by all pages.
_SHARED: Final = _PACKAGE / "webpage" / "assets"
_PACKAGES: Final = ("@observablehq/plot@0.6.17", "vazirmatn@33.0.3", "esbuild@0.28.2")
_MARKS: Final = "plot, areaY, axisX, axisY, cell, gridY, rectY, ruleX, ruleY, text"

# Latin with its accents, Arabic with Persian letters and digits, general punctuation with the
# joiners and bidi marks, the arrows and signs of the page itself.
_UNICODES: Final = (
    "U+0020-007E,U+00A0-00FF,U+060C,U+061B,U+061F,U+0620-065F,U+066A-066D,U+0670-06D3,U+06D5,"
    "U+06F0-06F9,U+200B-200F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2030,U+2039-203A,U+2066-2069,"
    "U+2190-2193,U+2212,U+00D7,U+FDFC"
)


def main() -> None:
    """Install the packages into a temporary folder and write the assets from them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text("{}")
        _run(folder, "npm", "install", "--no-audit", "--no-fund", "--save-exact", *_PACKAGES)
        _bundle_charts(folder)
        _subset_font(folder)
        _collect_licences(folder)


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True)


def _bundle_charts(folder: Path) -> None:
    entry = folder / "entry.js"
    entry.write_text(f'export {{ {_MARKS} }} from "@observablehq/plot";\n')
    target = _ASSETS / "plot.min.js"
    _run(
        folder,
        *("npx", "esbuild", entry.name, "--bundle", "--minify", "--format=iife"),
        *("--global-name=Plot", "--charset=utf8", "--legal-comments=none", "--target=es2022"),
        f"--outfile={target}",
    )
    banner = "/* Observable Plot 0.6.17 with the D3 modules it needs, ISC; see LICENSES.txt */\n"
    code = target.read_text("utf-8")
    assert "</script" not in code.lower()
    target.write_text(banner + code, "utf-8")


def _subset_font(folder: Path) -> None:
    source = folder / "node_modules/vazirmatn/fonts/variable/Vazirmatn[wght].ttf"
    font = TTFont(source)
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(_UNICODES.replace("U+", "")))
    subsetter.subset(font)
    # After subsetting, which drops a glyph whose variations the instancer can't handle.
    font = instancer.instantiateVariableFont(font, {"wght": (400, 400, 700)})
    subset.save_font(font, str(_SHARED / "vazirmatn.woff2"), options)


def _collect_licences(folder: Path) -> None:
    """Write the licence of the font, and those of everything in the bundle."""
    modules = folder / "node_modules"
    texts: dict[str, list[str]] = {}
    for package in [modules / "@observablehq/plot", *sorted(modules.iterdir())]:
        name = str(package.relative_to(modules))
        if not (name.startswith("d3-") or name in _EMBEDDED):
            continue
        names = texts.setdefault(_licence(package), [])
        if name not in names:
            names.append(name)
    parts = [f"{', '.join(names)}\n\n{text}" for text, names in texts.items()]
    rule = "\n\n" + "-" * 78 + "\n\n"
    (_ASSETS / "LICENSES.txt").write_text(rule.join(parts) + "\n", "utf-8")
    font = f"vazirmatn\n\n{_licence(modules / 'vazirmatn')}\n"
    (_SHARED / "FONT-LICENSE.txt").write_text(font, "utf-8")


def _licence(package: Path) -> str:
    stems = ("OFL.txt", "LICENSE*", "license*")
    found = next(path for stem in stems for path in package.glob(stem))
    return found.read_text("utf-8").strip()


_EMBEDDED: Final = {
    "@observablehq/plot",
    "isoformat",
    "interval-tree-1d",
    "binary-search-bounds",
    "internmap",
    "delaunator",
    "robust-predicates",
}


if __name__ == "__main__":
    main()
