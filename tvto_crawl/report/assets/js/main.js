// Load, draw, and draw again whenever the selection, the language or the width changes.
import { dateSpan, loadMonths } from "./calendar.js";
import { drawCopies } from "./copies.js";
import { loadCorpus } from "./corpus.js";
import { byId, debounce, el } from "../../../webpage/assets/js/dom.js";
import { digits, loadWords, number, rough, setLanguage, share, t } from "../../../webpage/assets/js/language.js";
import { drawProvinceMap } from "./provinces.js";
import { drawLengths, drawMissing, drawRepairs, quantile } from "./quality.js";
import { drawRanking } from "./ranking.js";
import { makeReader, openArticle, redrawReader } from "./reader.js";
import { makeSelection, onSelection, rowsFor } from "./selection.js";
import { makeTable, redraw, showRows } from "./table.js";
import { drawnDays, drawTimeline } from "./timeline.js";
import { makeToolbar, showChoices } from "./toolbar.js";
import { drawWallCalendar } from "./wallcalendar.js";

function drawFigures(selection) {
  drawNumbers(selection);
  drawTimeline(selection);
  drawWallCalendar(selection);
  drawRanking(selection, "agency", "agencies", 8);
  drawProvinceMap(selection);
  drawRanking(selection, "province", "provinces", 6);
  drawRanking(selection, "section", "sections", 6);
  drawRanking(selection, "tag", "tags", matchMedia("(max-width: 720px)").matches ? 8 : 24);
  drawMissing(selection);
  drawLengths(selection);
  drawRanking(selection, "extractor", "extractors", 8);
  drawRanking(selection, "warning", "warnings", 8);
  drawRepairs(selection);
  drawCopies(selection, openArticle);
}

/** Draw, and put the focus on the button that stands where the focused one stood. */
function keepFocus(draw) {
  const before = document.activeElement;
  const frame = before?.closest("[id]");
  const place = frame && [...frame.querySelectorAll("button")].indexOf(before);
  draw();
  if (place >= 0 && !before.isConnected && document.activeElement === document.body) {
    frame.querySelectorAll("button")[place]?.focus({ preventScroll: true });
  }
}

function drawNumbers(selection) {
  const { corpus } = selection;
  const rows = rowsFor(selection);
  const lengths = Uint32Array.from(rows, (row) => corpus.words[row]).sort();
  let [words, copies, days, agencies] = [0, 0, new Set(), new Set()];
  for (const row of rows) {
    words += corpus.words[row];
    if (corpus.original[row] !== -1) copies++;
    if (corpus.day[row] !== corpus.undated) days.add(corpus.day[row]);
    agencies.add(corpus.agency[row]);
  }
  const restored = corpus.repairs.zwnj_restored
    ? rows.reduce((sum, row) => sum + corpus.repairs.zwnj_restored[row], 0)
    : 0;
  const facts = [
    [number(rows.length), "fact_articles"],
    [number(agencies.size), "fact_agencies"],
    [number(days.size), "fact_days"],
    [shortNumber(words), "fact_words"],
    [number(quantile(lengths, 0.5)), "fact_median"],
    [share(rows.length ? copies / rows.length : 0), "fact_copies"],
    [shortNumber(restored), "fact_restored"],
  ];
  byId("facts").replaceChildren(
    ...facts.map(([figure, key]) =>
      el("div", {}, el("dd", { text: figure }), el("dt", { text: t(key) })),
    ),
  );
}

function shortNumber(n) {
  if (n >= 1e9) return t("billions", { n: rough(n / 1e9) });
  if (n >= 1e6) return t("millions", { n: rough(n / 1e6) });
  return number(n);
}

function drawAbout(corpus) {
  const { about } = corpus;
  const span = drawnDays(corpus);
  byId("subtitle").textContent = span ? dateSpan(span.first, span.last) : t("no_dates");
  byId("made").textContent = t("made", {
    when: digits(about.made.replaceAll("-", "/")),
    version: about.version,
  });
  byId("files").replaceChildren(
    ...about.files.map(([name, articles, bad]) =>
      el(
        "li",
        {},
        el("code", { dir: "ltr", text: name }),
        el("span", { text: t("n_articles", { n: articles }) }),
        bad ? el("span", { class: "mark warn", text: t("n_bad", { n: bad }) }) : "",
      ),
    ),
  );
  byId("superseded").textContent = about.superseded ? t("superseded", { n: about.superseded }) : "";
  byId("bad-lines").hidden = !about.bad;
  byId("bad-lines-title").textContent = t("n_bad", { n: about.bad });
  byId("bad-lines-list").replaceChildren(
    ...about.bad_lines.map(([file, line, reason]) =>
      el("li", { dir: "ltr" }, el("code", { text: `${file}:${line}` }), ` ${reason}`),
    ),
  );
}

async function main() {
  loadWords(JSON.parse(byId("words").textContent));
  setLanguage("fa");
  if (typeof DecompressionStream === "undefined") return fail(t("too_old"));
  const corpus = await loadCorpus(byId("columns"));
  loadMonths(corpus.months);
  const selection = makeSelection(corpus);
  const drawAll = () =>
    keepFocus(() => {
      drawFigures(selection);
      showChoices(selection);
    });
  makeTable(corpus, openArticle);
  makeReader(corpus);
  makeToolbar(selection, (code) => {
    setLanguage(code);
    drawAbout(corpus);
    drawAll();
    redraw();
    redrawReader();
  });
  onSelection(selection, () => {
    drawAll();
    showRows(rowsFor(selection));
  });
  document.body.dataset.state = "open";
  drawAbout(corpus);
  drawAll();
  showRows(rowsFor(selection));
  addEventListener(
    "resize",
    debounce(() => drawFigures(selection), 150),
  );
  await document.fonts.ready;
  performance.mark("ready");
  document.body.dataset.state = "ready";
}

function fail(message) {
  document.body.dataset.state = "failed";
  byId("subtitle").textContent = message;
}

main().catch((error) => {
  fail(t("broken", { why: error.message }));
  throw error;
});
