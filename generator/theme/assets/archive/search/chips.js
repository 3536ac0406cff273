// What the results are narrowed to, each as a button that takes it out.

import { isNarrowed, widened } from "./address.js";
import { element } from "./words.js";

/** The row of chips above the results. */
export class Chips {
  /** `change` is called with what changes about the search; `fallback` has the focus when none is left. */
  constructor(list, words, change, fallback) {
    Object.assign(this, { list, words, change, fallback });
  }

  /** Show what a search is narrowed to, once the names of the values are known. */
  show(search, facets) {
    const chips = facets && isNarrowed(search) ? [...this.#chips(search, facets)] : [];
    if (chips.length > 1) chips.push(this.#clear(search));
    const place = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    this.list.replaceChildren(...chips);
    this.list.hidden = !chips.length;
    if (place >= 0) (chips[Math.min(place, chips.length - 1)]?.firstElementChild ?? this.fallback).focus();
  }

  *#chips(search, facets) {
    for (const pair of search.chosen) {
      const chosen = search.chosen.filter((other) => other !== pair);
      yield this.#chip(facets.label(...pair), { chosen });
    }
    const years = this.#years(search);
    if (years) yield this.#chip(years, { from: null, to: null });
    if (search.undated) yield this.#chip(this.words.say("undated"), { undated: false });
  }

  #years({ from, to }) {
    if (from === null && to === null) return "";
    if (from === null) return this.words.say("until", { year: String(to) });
    if (to === null) return this.words.say("since", { year: String(from) });
    return from === to ? String(from) : `${from}–${to}`;
  }

  #chip(value, changes) {
    const name = this.words.say("remove", { value });
    const button = element("button", "", { type: "button", class: "ar-chip", "aria-label": name });
    button.append(element("bdi", value), element("span", "×", { "aria-hidden": "true" }));
    button.addEventListener("click", () => this.change(changes));
    return this.#item(button);
  }

  #clear(search) {
    const button = element("button", this.words.say("clear"), { type: "button", class: "ar-plain" });
    button.addEventListener("click", () => this.change(widened(search)));
    return this.#item(button);
  }

  #item(button) {
    const item = element("li");
    item.append(button);
    return item;
  }
}
