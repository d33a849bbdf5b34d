// A table whose cells are shaded by their value: fields by agency, repairs by agency, who copied whom.
import { el } from "../../../webpage/assets/js/dom.js";

/**
 * Return a table. `rows` and `columns` are [{label, hint?, colour?}]; `cell(row, column)` returns
 * null or {text, small?, level 0…1, label, onclick?, pressed?}. `corner` names the rows; `columnWidth` is
 * the least width of a column, in CSS units.
 */
export function matrix({ corner, rows, columns, cell, columnWidth }) {
  const head = el(
    "thead",
    {},
    el(
      "tr",
      {},
      el("th", { scope: "col", text: corner }),
      columns.map((column) =>
        el(
          "th",
          { scope: "col" },
          column.colour ? el("i", { class: "swatch", style: { "--colour": column.colour } }) : "",
          el("span", { dir: "auto", title: column.label, text: column.label }),
        ),
      ),
    ),
  );
  const body = el(
    "tbody",
    {},
    rows.map((row, r) =>
      el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el("span", { dir: "auto", text: row.label }),
          row.hint ? el("small", { dir: "auto", text: row.hint }) : "",
        ),
        columns.map((_, c) => cellOf(cell(r, c))),
      ),
    ),
  );
  return el(
    "div",
    { class: "matrix-frame", tabindex: 0, role: "region", "aria-label": corner },
    el(
      "table",
      {
        class: "matrix",
        style: {
          "--columns": columns.length,
          ...(columnWidth && { "--column-width": columnWidth }),
        },
      },
      head,
      body,
    ),
  );
}

function cellOf(cell) {
  if (!cell) return el("td", { class: "blank" });
  const parts = [
    el("span", { text: cell.text }),
    cell.small ? el("small", { text: cell.small }) : "",
  ];
  const inside = cell.onclick
    ? el(
        "button",
        {
          type: "button",
          "aria-label": cell.label,
          "aria-pressed": String(Boolean(cell.pressed)),
          onclick: cell.onclick,
        },
        parts,
      )
    : parts;
  return el(
    "td",
    {
      class: cell.level > 0.88 ? "deep" : "",
      style: { "--level": `${Math.round(100 * Math.min(1, cell.level))}%` },
    },
    inside,
  );
}
