// The list of results, shown in parts.

import { excerptOf } from "./excerpt.js";
import { element } from "./words.js";

export const PER_PAGE = 10;

/** The list and its button for more. */
export class Results {
  #hits = [];
  #shown = 0;
  #taken = 0; // shown, or being loaded to be
  #query = "";
  #version = 0;
  #isBusy = 0; // with loading for this version

  /** `failed` is called with the reason when reports could not be loaded. */
  constructor(list, more, { root, words, language, failed }) {
    Object.assign(this, { list, more, root, words, language, failed });
    this.languages = new Intl.DisplayNames([language], { type: "language" });
    more.addEventListener("click", () => this.#showMore({ focus: true }));
  }

  /** The hits that stay where they are. */
  get fixed() {
    return this.#hits.slice(0, this.#taken);
  }

  clear() {
    this.#begin([], this.#query);
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  /** Show the first of these hits, in place of those shown. Resolves to whether they are. */
  async show(hits, query) {
    this.#begin(hits, query);
    return this.#showMore({ replace: true });
  }

  /** There are more hits behind the fixed ones; shows them up to a number. */
  async extend(hits, upTo) {
    this.#hits = hits;
    this.more.hidden = this.#shown >= hits.length;
    return this.#shown >= Math.min(upTo, hits.length) || this.#showMore({ upTo });
  }

  #begin(hits, query) {
    this.#version += 1;
    this.#hits = hits;
    this.#shown = 0;
    this.#taken = 0;
    this.#query = query;
  }

  async #showMore({ focus = false, replace = false, upTo = this.#shown + PER_PAGE }) {
    if (this.#isBusy === this.#version) return true; // a button pressed twice
    const version = this.#version;
    this.#isBusy = version;
    const batch = this.#hits.slice(this.#shown, upTo);
    this.#taken = this.#shown + batch.length;
    let data;
    try {
      data = await Promise.all(batch.map((hit) => hit.data()));
    } catch (error) {
      if (version === this.#version) this.failed(error);
      return false;
    } finally {
      if (this.#isBusy === version) this.#isBusy = 0;
    }
    if (version !== this.#version) return false;
    this.#shown = this.#taken;
    this.more.hidden = this.#shown >= this.#hits.length;
    const items = data.map((entry) => this.#item(entry));
    if (replace) this.list.replaceChildren(...items);
    else this.list.append(...items);
    if (focus) items[0]?.querySelector("a").focus();
    return true;
  }

  #item(data) {
    const { title, language, warning } = data.meta;
    const item = element("li", "", { class: "ar-list__item" });
    const heading = element("p", "", { class: "ar-list__title" });
    const address = new URL(data.raw_url ?? data.url, this.root).href;
    heading.append(element("a", title, { href: address, lang: language, hreflang: language, dir: "auto" }));
    const facts = element("p", "", { class: "ar-list__facts" });
    for (const fact of this.#facts(data.meta)) facts.append(element("bdi", fact));
    item.append(heading, facts);
    if (warning) item.append(element("p", this.words.say("covered"), { class: "ar-flag" }));
    else item.append(...this.#excerpt(data, language));
    return item;
  }

  // In the page's own words, where the record has them.
  #facts(meta) {
    const [date, source] = ["date", "source"].map((name) => meta[`${name}.${this.language}`] ?? meta[name]);
    return [date, source, meta.language === this.language ? "" : this.#nameOf(meta.language)].filter(Boolean);
  }

  #nameOf(language) {
    try {
      return this.languages.of(language);
    } catch {
      return language; // no tag that the browser understands
    }
  }

  #excerpt(data, language) {
    const { words, joint, before, after } = excerptOf(data, this.#query);
    if (!words.length) return [];
    const paragraph = element("p", before ? "… " : "", { class: "ar-list__excerpt", lang: language, dir: "auto" });
    for (const [place, { text, hit }] of words.entries()) {
      if (place) paragraph.append(joint);
      paragraph.append(hit ? element("mark", text) : text);
    }
    if (after) paragraph.append(" …");
    return [paragraph];
  }
}
