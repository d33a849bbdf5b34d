// The table of articles. Only the rows in sight exist, so a hundred thousand scroll as ten do.
import { agencyColour, agencyName, warningName } from "./ranking.js";
import { clock, shortDate } from "./calendar.js";
import { listOf } from "./corpus.js";
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { number, provinceName, t } from "../../../webpage/assets/js/language.js";

const SPARE = 8; // rows kept above and below
const TALLEST = 15_000_000; // px; browsers lose precision beyond about 17 million

const table = {
  corpus: null,
  rows: new Uint32Array(0),
  sort: { key: "date", down: true },
  cursor: 0,
  height: 48,
  open: null,
  drawn: "",
};

const KEYS = {
  date: (corpus) => (a, b) => a - b, // the corpus' own order: newest first, undated last
  words: (corpus) => (a, b) => corpus.words[b] - corpus.words[a] || a - b,
  title: (corpus) => (a, b) => order.compare(corpus.title[a], corpus.title[b]) || a - b,
  agency: (corpus) => (a, b) => corpus.agency[a] - corpus.agency[b] || a - b,
  province: (corpus) => (a, b) =>
    order.compare(
      corpus.provinces[corpus.province[a]] || "ی‌",
      corpus.provinces[corpus.province[b]] || "ی‌",
    ) || a - b,
};
const order = new Intl.Collator("fa");

export function makeTable(corpus, open) {
  table.corpus = corpus;
  table.open = open;
  const body = byId("rows");
  body.addEventListener("scroll", drawRows, { passive: true });
  body.addEventListener("keydown", moveCursor);
  body.addEventListener("click", (event) => {
    const row = event.target.closest("[data-place]");
    if (row) choose(Number(row.dataset.place));
  });
  for (const button of document.querySelectorAll("#heads button"))
    button.addEventListener("click", () => sortBy(button.dataset.key));
  new ResizeObserver(() => redraw()).observe(body);
}

function sortBy(key) {
  table.sort = { key, down: table.sort.key === key ? !table.sort.down : true };
  showRows(table.rows, true);
}

/** Show these rows of the corpus; the scroll goes back to the top unless only words changed. */
export function showRows(rows, stay = false) {
  const { key, down } = table.sort;
  table.rows = Uint32Array.from(rows).sort(KEYS[key](table.corpus));
  if (!down) table.rows.reverse();
  table.cursor = 0;
  byId("rows").scrollTop = 0;
  byId("rows").setAttribute("aria-rowcount", table.rows.length);
  byId("no-rows").hidden = table.rows.length > 0;
  for (const button of document.querySelectorAll("#heads button")) {
    const own = button.dataset.key === key;
    button.parentElement.setAttribute(
      "aria-sort",
      own
        ? down === (key !== "title" && key !== "province" && key !== "agency")
          ? "descending"
          : "ascending"
        : "none",
    );
    button.classList.toggle("down", own && down);
    button.classList.toggle("up", own && !down);
  }
  redraw();
}

/** Draw the rows in sight anew: the language, the width or the rows have changed. */
export function redraw() {
  table.height = matchMedia("(max-width: 720px)").matches ? 76 : 48;
  byId("spacer").style.height = `${Math.min(TALLEST, table.rows.length * table.height)}px`;
  table.drawn = "";
  drawRows();
}

/** Place of the row at the top of the frame; a corpus taller than a page can be scrolls faster. */
function topPlace(frame) {
  const whole = table.rows.length * table.height;
  if (whole <= TALLEST) return frame.scrollTop / table.height;
  const room = TALLEST - frame.clientHeight;
  return (frame.scrollTop / room) * (table.rows.length - frame.clientHeight / table.height);
}

function drawRows() {
  const frame = byId("rows");
  const top = topPlace(frame);
  const first = Math.max(0, Math.floor(top) - SPARE);
  const last = Math.min(
    table.rows.length,
    Math.ceil(top + frame.clientHeight / table.height) + SPARE,
  );
  const drawn = `${first}-${last}-${table.cursor}`;
  if (drawn === table.drawn) return;
  table.drawn = drawn;
  const focused = frame.contains(document.activeElement) && document.activeElement !== frame;
  const shift = frame.scrollTop - top * table.height;
  const rows = [];
  for (let place = first; place < last; place++) rows.push(rowElement(place, shift));
  byId("spacer").replaceChildren(...rows);
  if (focused)
    frame.querySelector(`[data-place="${table.cursor}"]`)?.focus({ preventScroll: true });
}

function rowElement(place, shift) {
  const { corpus } = table;
  const row = table.rows[place];
  const dated = corpus.day[row] !== corpus.undated;
  const cell = (name, ...inside) =>
    el("div", { role: "gridcell", class: `cell ${name}` }, ...inside);
  return el(
    "div",
    {
      role: "row",
      class: "row",
      tabindex: place === table.cursor ? 0 : -1,
      "data-place": place,
      "data-row": row,
      "aria-rowindex": place + 1,
      style: {
        transform: `translateY(${place * table.height + shift}px)`,
        height: `${table.height}px`,
        "--colour": agencyColour(corpus.agency[row]),
      },
    },
    cell(
      "date",
      dated
        ? el("span", { text: shortDate(corpus.day[row]) })
        : el("span", { class: "faint", text: t("no_date") }),
      corpus.minute[row] >= 0 ? el("small", { text: clock(corpus.minute[row]) }) : "",
    ),
    cell(
      "agency",
      el("i", { class: "swatch" }),
      el("span", { dir: "auto", text: agencyName(corpus, corpus.agency[row]) }),
    ),
    cell(
      "title",
      corpus.kicker[row] ? el("small", { dir: "auto", text: corpus.kicker[row] }) : "",
      el("b", { dir: "auto", text: corpus.title[row] || t("untitled") }),
    ),
    cell(
      "province",
      corpus.provinces[corpus.province[row]]
        ? provinceName(corpus.provinces[corpus.province[row]])
        : "",
    ),
    cell("words", el("span", { text: number(corpus.words[row]) })),
    cell("marks", ...marks(row)),
  );
}

function marks(row) {
  const { corpus } = table;
  const found = [];
  if (corpus.original[row] !== -1)
    found.push(el("span", { class: "mark copy", text: t("mark_copy") }));
  const copies = corpus.copies.get(row)?.length;
  if (copies) found.push(el("span", { class: "mark", text: t("mark_copied", { n: copies }) }));
  for (const code of listOf(corpus.warning, row))
    found.push(el("span", { class: "mark warn", text: warningName(corpus.warnings[code]) }));
  return found;
}

function choose(place) {
  table.cursor = place;
  drawRows();
  table.open(table.rows[place]);
}

function moveCursor(event) {
  const page = Math.max(1, Math.floor(byId("rows").clientHeight / table.height) - 1);
  const last = table.rows.length - 1;
  const target = {
    ArrowDown: table.cursor + 1,
    ArrowUp: table.cursor - 1,
    PageDown: table.cursor + page,
    PageUp: table.cursor - page,
    Home: 0,
    End: last,
  }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (last >= 0) table.open(table.rows[table.cursor]);
  } else if (target !== undefined) {
    event.preventDefault();
    table.cursor = Math.min(last, Math.max(0, target));
    reveal(table.cursor);
    drawRows();
    byId("rows").querySelector(`[data-place="${table.cursor}"]`)?.focus({ preventScroll: true });
  }
}

function reveal(place) {
  const frame = byId("rows");
  const top = topPlace(frame);
  const seen = frame.clientHeight / table.height;
  const target = place < top ? place : place + 1 > top + seen ? place + 1 - seen : top;
  const whole = table.rows.length * table.height;
  frame.scrollTop =
    whole <= TALLEST
      ? target * table.height
      : (target / (table.rows.length - seen)) * (TALLEST - frame.clientHeight);
}

/** Row of the corpus that stands `step` rows from `row` in the table; null at either end. */
export function neighbour(row, step) {
  const place = table.rows.indexOf(row);
  if (place < 0) return null;
  return table.rows[place + step] ?? null;
}
