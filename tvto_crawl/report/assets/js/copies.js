// Who repeated whom, and how soon, according to `duplicate_of`.
import { agencyColour, agencyName } from "./ranking.js";
import { longDate } from "./calendar.js";
import { delayOf } from "./corpus.js";
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { drawHistogram } from "./histogram.js";
import { delay, number, share, t } from "../../../webpage/assets/js/language.js";
import { matrix } from "./matrix.js";
import { quantile } from "./quality.js";
import { isChosen, rowsFor, toggle } from "./selection.js";

const MOST_PARTNERS = 10;
const MOST_STORIES = 5;
const DELAYS = [0, 10, 30, 60, 180, 360, 720, 1440, 2880]; // lower edges, minutes

export function drawCopies(selection, open) {
  const { corpus } = selection;
  const rows = [...rowsFor(selection, "copies")].filter((row) => corpus.original[row] !== -1);
  byId("copies").hidden = !rows.length;
  byId("no-copies").hidden = Boolean(rows.length);
  if (!rows.length) return;
  const known = rows.filter((row) => corpus.original[row] >= 0);
  drawPairs(selection, known);
  drawDelays(corpus, known);
  drawStories(corpus, known, open);
  const delays = known
    .map((row) => delayOf(corpus, row))
    .filter((minutes) => minutes !== null)
    .sort((a, b) => a - b);
  const elsewhere = rows.length - known.length;
  byId("copies-summary").replaceChildren(
    el("button", {
      type: "button",
      class: "link",
      "aria-pressed": String(isChosen(selection, "copies", "any")),
      text: t("n_copies", { n: rows.length }),
      onclick: () => toggle(selection, "copies", "any"),
    }),
    ` ${t("copies_share", { share: share(rows.length / Math.max(1, rowsFor(selection, "copies").length)) })}`,
    delays.length ? ` ${t("median_delay", { delay: delay(quantile(delays, 0.5)) })}` : "",
    elsewhere ? ` ${t("copies_elsewhere", { n: elsewhere })}` : "",
  );
}

function drawPairs(selection, rows) {
  const { corpus } = selection;
  const pairs = new Map();
  for (const row of rows) {
    const key = `${corpus.agency[corpus.original[row]]}-${corpus.agency[row]}`;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(row);
  }
  const ends = (end) =>
    [...new Set([...pairs.keys()].map((key) => Number(key.split("-")[end])))]
      .sort((a, b) => a - b)
      .slice(0, MOST_PARTNERS);
  const [originals, copiers] = [ends(0), ends(1)];
  const highest = Math.max(1, ...[...pairs.values()].map((list) => list.length));
  byId("pairs").replaceChildren(
    matrix({
      corner: t("original_copier"),
      columnWidth: "8rem",
      rows: originals.map((agency) => ({ label: agencyName(corpus, agency) })),
      columns: copiers.map((agency) => ({
        label: agencyName(corpus, agency),
        colour: agencyColour(agency),
      })),
      cell: (r, c) => {
        const key = `${originals[r]}-${copiers[c]}`;
        const list = pairs.get(key);
        if (!list) return null;
        const delays = list
          .map((row) => delayOf(corpus, row))
          .filter((minutes) => minutes !== null)
          .sort((a, b) => a - b);
        const typical = delays.length ? delay(quantile(delays, 0.5)) : "";
        const names = {
          from: agencyName(corpus, originals[r]),
          to: agencyName(corpus, copiers[c]),
        };
        return {
          text: number(list.length),
          small: typical,
          level: list.length / highest,
          label: `${t("copied_by", names)}: ${number(list.length)}، ${typical}`,
          pressed: isChosen(selection, "copies", key),
          onclick: () => toggle(selection, "copies", key),
        };
      },
    }),
  );
}

function drawDelays(corpus, rows) {
  const bins = DELAYS.map((from, i) => ({ n: 0, from, to: DELAYS[i + 1] }));
  for (const row of rows) {
    const minutes = delayOf(corpus, row);
    if (minutes === null || minutes < 0) continue;
    bins.findLast((bin) => bin.from <= minutes).n++;
  }
  for (const bin of bins) {
    bin.label = shortDelay(bin.from);
    bin.range = bin.to
      ? t("delay_range", { from: delay(bin.from), to: delay(bin.to) })
      : t("delay_over", { from: delay(bin.from) });
  }
  drawHistogram("delays", bins, { ariaLabel: t("delays_label"), tickAt: () => true });
}

function shortDelay(minutes) {
  if (!minutes) return number(0);
  if (minutes < 60) return t("m_short", { n: minutes });
  return minutes < 2880 ? t("h_short", { n: minutes / 60 }) : t("d_short", { n: minutes / 1440 });
}

/** The stories with the most copies; each opens. */
function drawStories(corpus, rows, open) {
  const copies = new Map();
  for (const row of rows) {
    const first = corpus.original[row];
    copies.set(first, (copies.get(first) ?? 0) + 1);
  }
  const stories = [...copies].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_STORIES);
  byId("stories").replaceChildren(
    ...stories.map(([first, n]) =>
      el(
        "li",
        {},
        el(
          "button",
          { type: "button", class: "story", onclick: () => open(first) },
          el("b", { dir: "auto", text: corpus.title[first] || t("untitled") }),
          el(
            "small",
            {},
            el("span", { text: agencyName(corpus, corpus.agency[first]) }),
            " · ",
            corpus.day[first] === corpus.undated ? t("no_date") : longDate(corpus.day[first]),
            " · ",
            t("n_copies", { n }),
          ),
        ),
      ),
    ),
  );
}
