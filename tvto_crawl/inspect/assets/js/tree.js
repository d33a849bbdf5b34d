// The page as it went in: its lines, inside the elements that hold several of them.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { t } from "../../../webpage/assets/js/language.js";
import { fieldName, reasonName, reasonOf } from "./names.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";

const tree = { nodes: [], lines: [], choose: null, root: null };
// Elements with at least this many lines, none of them kept, are folded: menus, sidebars, footers.
const FOLDED = 5;
const SHOWN_NAMES = 3;

/** Draw the lines; `choose(n)` is called for a line that gets the focus. */
export function drawTree({ lines, elements, record }, choose) {
  tree.lines = lines;
  tree.choose = choose;
  tree.nodes = [];
  tree.root = grow(lines);
  byId("lines").replaceChildren(...draw(tree.root, elements, Boolean(record)));
  const first = tree.nodes[Math.max(0, lines.findIndex((line) => line.field))];
  if (first) first.tabIndex = 0;
}

export function attachTree() {
  const frame = byId("lines");
  frame.addEventListener("keydown", onKey);
  frame.addEventListener("focusin", ({ target }) => focused(target));
  frame.addEventListener("pointerover", ({ target, pointerType }) => {
    const node = pointerType === "mouse" && target.closest(".line");
    if (node) hint(node);
  });
  frame.addEventListener("pointerout", hideTooltip);
  addEventListener("scroll", hideTooltip, { passive: true });
}

/** Put the focus on a line, opening what it is folded in. */
export function focusLine(n) {
  const node = tree.nodes[n];
  if (!node) return;
  for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details"))
    fold.open = true;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Show the lines for which `isShown(line)`; with `open` nothing stays folded. Returns how many. */
export function filterTree(isShown, open) {
  let shown = 0;
  tree.lines.forEach((line, n) => {
    tree.nodes[n].hidden = !isShown(line);
    if (!tree.nodes[n].hidden) shown++;
  });
  for (const group of [...document.querySelectorAll("#lines .group")].reverse()) {
    group.hidden = !group.querySelector(".line:not([hidden])");
    if (group.tagName === "DETAILS") group.open = open || group.dataset.open === "true";
  }
  return shown;
}

/** The tree of elements: each holds lines by number and elements, in their order. */
function grow(lines) {
  const root = { number: null, children: [], count: 0, kept: 0 };
  let open = [root];
  lines.forEach(({ elements, field }, n) => {
    let depth = 0;
    while (depth < elements.length && open[depth + 1]?.number === elements[depth]) depth++;
    open = open.slice(0, depth + 1);
    for (const number of elements.slice(depth)) {
      const node = { number, children: [], count: 0, kept: 0 };
      open.at(-1).children.push(node);
      open.push(node);
    }
    open.at(-1).children.push(n);
    for (const node of open) {
      node.count++;
      if (field) node.kept++;
    }
  });
  return root;
}

/** Draw what `node` holds. Elements with one child are named with it, not drawn around it. */
function draw(node, elements, fold) {
  return node.children.map((child) => {
    if (typeof child === "number") return line(child, []);
    const names = [];
    while (typeof child !== "number") {
      names.push(elements[child.number]);
      if (child.children.length > 1) return group(child, names, elements, fold);
      child = child.children[0];
    }
    return line(child, names.slice(0, -1));
  });
}

function group(node, names, elements, fold) {
  const folded = fold && !node.kept && node.count >= FOLDED;
  // Inside of what is folded nothing else need be.
  const children = draw(node, elements, fold && !folded);
  const name = el("code", { dir: "ltr", title: names.join(" > ") }, shortened(names));
  if (!folded) return el("div", { class: "group" }, el("div", { class: "group-name" }, name), children);
  return el(
    "details",
    { class: "group folded" },
    el(
      "summary",
      { class: "group-name" },
      name,
      el("span", { class: "folded-count", text: t("n_lines_dropped", { n: node.count }) }),
    ),
    children,
  );
}

function shortened(names) {
  const shown = names.slice(-SHOWN_NAMES).join(" > ");
  return names.length > SHOWN_NAMES ? `… > ${shown}` : shown;
}

function line(n, names) {
  const told = tree.lines[n];
  const state = told.field ? `kept field-${told.field}` : told.code === "hidden" ? "unseen" : "dropped";
  const node = el(
    "button",
    {
      type: "button",
      class: `line ${state} as-${/^h[1-6]$/.test(told.kind) ? "heading" : "text"}`,
      tabindex: "-1",
      "data-line": n,
    },
    el("code", { class: "tag", dir: "ltr", title: names.join(" > ") || null }, told.kind),
    el("span", { class: "line-text", dir: "auto", lang: "fa", text: told.text }),
    el("span", { class: "line-mark", text: told.field ? fieldName(told.field) : reasonName(told.code) }),
  );
  tree.nodes[n] = node;
  return node;
}

function hint(node) {
  const told = tree.lines[Number(node.dataset.line)];
  const box = node.getBoundingClientRect();
  const head = told.field ? `${t("kept")}: ${fieldName(told.field)}` : t("dropped");
  const reason = reasonOf(told);
  const rule = el("span", {}, `${t("rule")}: `, el("code", { dir: "ltr", text: told.rule }));
  showTooltip(box.left + box.width / 2, box.top, [head, reason, rule]);
}

function focused(target) {
  const node = target.closest(".line");
  if (!node) return;
  for (const other of document.querySelectorAll('#lines .line[tabindex="0"]')) other.tabIndex = -1;
  node.tabIndex = 0;
  tree.choose(Number(node.dataset.line));
}

function onKey(event) {
  const node = event.target.closest(".line");
  if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
  const shown = tree.nodes.filter((other) => other.checkVisibility());
  const at = shown.indexOf(node);
  const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
  let next = shown[at + (steps[event.key] ?? 0)];
  if (event.key === "Home") next = shown[0];
  if (event.key === "End") next = shown.at(-1);
  if (!next || next === node) return;
  event.preventDefault();
  hideTooltip();
  next.focus();
  next.scrollIntoView({ block: "nearest", behavior: "instant" });
}
