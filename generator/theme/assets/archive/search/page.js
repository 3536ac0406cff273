// The search page: its form, its status line, its choices, its list.

import { isNarrowed, needsFacets, readSearch, writeSearch } from "./address.js";
import { Bundles } from "./bundles.js";
import { Chips } from "./chips.js";
import { Facets } from "./facets.js";
import { withoutQuotes } from "./query.js";
import { Results } from "./results.js";
import { Words, element } from "./words.js";

/** The hits of a query, in the order of bundles; whether the first of them are in the list already. */
const NOTHING = Object.freeze({ query: null, hits: [], failed: null, shown: false });

class SearchPage {
  #turn = 0;
  #found = NOTHING;
  #facets = null; // the promise of what results are narrowed by
  #panel = null;
  #panelAttempts = 0;
  #search = readSearch("");

  constructor(form) {
    const byId = (id) => document.getElementById(`archive-${id}`);
    this.form = form;
    this.language = form.dataset.language;
    this.words = new Words(JSON.parse(form.dataset.words), this.language);
    this.root = new URL(form.dataset.root, document.baseURI);
    this.bundles = new Bundles(this.root, JSON.parse(form.dataset.bundles));
    const parts = ["query", "tools", "sort", "narrow", "panel", "status", "results", "retry", "unquoted", "ways"];
    for (const name of parts) this[name] = byId(name);
    this.list = new Results(this.results, byId("more"), {
      root: this.root,
      words: this.words,
      language: this.language,
      failed: (error) => this.#fail(error),
    });
    this.chips = new Chips(byId("chips"), this.words, (changes) => this.#change(changes), this.status);
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ query: this.query.value.trim() });
    });
    this.query.addEventListener("input", () => this.bundles.warm(this.query.value), { once: true });
    this.sort.addEventListener("change", () => this.#change({ sort: this.sort.value }));
    this.narrow.addEventListener("toggle", () => this.#updatePanel());
    this.retry.addEventListener("click", () => {
      this.status.focus();
      this.#run(this.#search);
    });
    this.unquoted.addEventListener("click", () => {
      this.status.focus();
      this.#change({ query: withoutQuotes(this.#search.query) });
    });
    addEventListener("popstate", () => this.#run(readSearch(location.search)));
    this.form.hidden = false;
    this.tools.hidden = false;
    this.#run(readSearch(location.search));
  }

  #change(changes) {
    const search = { ...this.#search, ...changes };
    const written = writeSearch(search);
    if (written !== writeSearch(readSearch(location.search))) history.pushState(null, "", location.pathname + written);
    this.#run(search);
  }

  async #run(search) {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    const isAsked = search.query !== "" || isNarrowed(search);
    this.#begin(search, isAsked);
    const facets = needsFacets(search) ? this.#loadFacets() : null;
    const found = isAsked ? await this.#find(search, isLast) : NOTHING;
    const loaded = await facets;
    if (!isLast() || found === null) return;
    this.#search = loaded ? loaded.known(search) : search;
    this.#found = found;
    this.chips.show(this.#search, loaded);
    const isShown = !isAsked || (await this.#showFound(found, loaded, isLast));
    if (!isLast()) return;
    if (isShown) this.#finish(found, { isAsked, facets: loaded, lacksFacets: facets !== null && loaded === null });
    await this.#updatePanel();
  }

  #begin(search, isAsked) {
    const isKnown = this.#found.query === search.query && !this.#found.failed;
    this.#search = search;
    this.query.value = search.query;
    this.sort.value = search.sort;
    for (const part of [this.retry, this.unquoted, this.ways]) part.hidden = true;
    if (!isKnown || !isAsked) this.list.clear();
    if (!isAsked) this.#say("");
    else if (!isKnown) this.#say(this.words.say("loading"));
    this.results.setAttribute("aria-busy", "true");
  }

  // The hits of all bundles, the first ones shown while the others are asked; null if that came to nothing.
  async #find({ query, ...choices }, isLast) {
    if (this.#found.query === query && !this.#found.failed) return this.#found;
    const found = { query, hits: [], failed: null, shown: false };
    let rest = this.bundles.listed.length;
    for await (const { hits, failed } of this.bundles.find(query || null)) {
      if (!isLast()) return null;
      found.hits = [...found.hits, ...hits];
      found.failed ??= failed ?? null;
      rest -= 1;
      if (!rest || !hits.length || found.shown || needsFacets({ query, ...choices })) continue;
      found.shown = await this.list.show(found.hits, query);
      if (!found.shown || !isLast()) return null;
      this.#say(this.words.say("loading_more"));
    }
    if (found.failed) console.error(found.failed);
    return found;
  }

  async #showFound(found, facets, isLast) {
    const hits = this.#arranged(found, facets);
    const isShown = found.shown ? await this.list.extend(hits) : await this.list.show(hits, this.#search.query);
    if (found.shown) found.shown = false;
    return isShown && isLast();
  }

  // Without the columns of values, results stay as they were found; without a query there are none.
  #arranged({ hits }, facets) {
    if (!facets) return this.#search.query ? hits : [];
    return facets.sorted(facets.narrowed(hits, this.#search), this.#search);
  }

  #summary(found, facets) {
    const { query } = this.#search;
    const all = found.hits.length;
    const count = this.#arranged(found, facets).length;
    if (!all && found.failed) return this.words.say("failed");
    if (!facets && !query) return "";
    if (!all) return this.words.say(withoutQuotes(query) ? "none_phrase" : "none", { query });
    if (!count) return this.words.say("none_narrowed");
    const told = this.words.say(query ? "found" : "count", { query, count });
    const whole = count < all ? this.words.say("of", { found: told, all }) : told;
    return found.failed ? `${whole}. ${this.words.say("failed_partly")}` : whole;
  }

  #finish(found, { isAsked, facets, lacksFacets }) {
    const told = isAsked ? this.#summary(found, facets) : "";
    this.#say(lacksFacets ? `${told} ${this.words.say("narrow_failed")}`.trim() : told);
    this.results.setAttribute("aria-busy", "false");
    const isNothing = isAsked && !found.hits.length;
    this.retry.hidden = !lacksFacets && !found.failed;
    this.ways.hidden = !isNothing && !found.failed;
    this.unquoted.hidden = !isNothing || found.failed !== null || !withoutQuotes(this.#search.query);
  }

  #fail(error) {
    console.error(error);
    this.#found = NOTHING;
    this.#say(this.words.say("failed"));
    this.results.setAttribute("aria-busy", "false");
    this.retry.hidden = false;
    this.ways.hidden = false;
  }

  // The columns of values, or null where they could not be loaded; the next time they are tried again.
  async #loadFacets() {
    try {
      this.#facets ??= Facets.load(this.root, this.bundles.listed, this.language);
      return await this.#facets;
    } catch (error) {
      console.error(error);
      this.#facets = null;
      return null;
    }
  }

  // The panel is loaded when it is first opened, and shows what the last answer can be narrowed by.
  async #updatePanel() {
    if (!this.narrow.open) return;
    if (!this.#panel) this.panel.textContent = this.words.say("narrow_loading");
    const facets = await this.#loadFacets();
    const Panel = facets && (await this.#loadPanel());
    const { query } = this.#search;
    if (!Panel) this.#offerPanelAgain();
    else if (!query || query === this.#found.query) {
      this.#panel ??= new Panel(
        this.panel,
        this.words,
        this.language,
        (changes) => this.#change(changes),
        () => this.#leavePanel(),
      );
      this.#panel.update(facets, query ? this.#found.hits : facets.all(), this.#search);
    }
  }

  #leavePanel() {
    this.narrow.open = false;
    this.status.focus();
    this.status.scrollIntoView({ block: "nearest" });
  }

  // A browser may remember that a module could not be loaded: the next attempt has another address.
  async #loadPanel() {
    try {
      const again = this.#panelAttempts ? `?again=${this.#panelAttempts}` : "";
      return (await import(`./panel.js${again}`)).Panel;
    } catch (error) {
      this.#panelAttempts += 1;
      console.error(error);
      return null;
    }
  }

  #offerPanelAgain() {
    const button = element("button", this.words.say("retry"), { type: "button", class: "ar-plain" });
    button.addEventListener("click", () => {
      this.narrow.querySelector("summary").focus(); // the button is about to go
      this.#updatePanel();
    });
    this.#panel = null;
    this.panel.replaceChildren(element("p", this.words.say("panel_failed")), button);
  }

  #say(text) {
    this.status.textContent = text;
  }
}

const form = document.getElementById("archive-search");
if (form) new SearchPage(form).start();
