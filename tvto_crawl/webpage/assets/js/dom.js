// Elements out of plain text. Nothing on this page ever parses a string as HTML.

/** Characters that would command the text around them: controls, bidi overrides and isolates. */
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Return `text` with invisible commands spelt out, such as ⟦U+202E⟧, so that none takes effect. */
export function visible(text) {
  return text.replace(
    COMMANDS,
    (mark) => `⟦U+${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`,
  );
}

/**
 * Make an element. `props` are attributes, `on…` listeners, `class`, `text`, `style` (an object);
 * false, null and undefined are left out. Children are elements, or strings that stay text.
 */
export function el(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "text") node.textContent = visible(String(value));
    else if (key === "style")
      for (const [name, v] of Object.entries(value)) node.style.setProperty(name, v);
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.append(typeof child === "string" ? visible(child) : child);
  }
  return node;
}

/** Return the element with this id; the page's own elements always exist. */
export function byId(id) {
  return document.getElementById(id);
}

/** Call `action` once things have been quiet for `ms`. */
export function debounce(action, ms) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), ms);
  };
}
