// The search page: its form, its status line, its choices, its list.

import { isNarrowed, needsFacets, readSearch, writeSearch } from "./address.js";
import { Bundles } from "./bundles.js";
import { Chips } from "./chips.js";
import { Facets } from "./facets.js";
import { Inquiry } from "./inquiry.js";
import { Others } from "./others.js";
import { withoutQuotes } from "./query.js";
import { PER_PAGE, Results } from "./results.js";
import { loadShards, relevant, spanOf } from "./shards.js";
import { Spans } from "./spans.js";
import { Words, element } from "./words.js";

const MEGABYTE = 1_000_000; // bytes

class SearchPage {
  #turn = 0;
  #shards = null; // the promise of the list of shards
  #spans = null;
  #inquiry = null;
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
    this.bundles = new Bundles(this.root);
    this.others = new Others(this.root);
    const parts = ["query", "tools", "sort", "narrow", "panel", "status", "results", "retry", "unquoted", "ways"];
    for (const name of [...parts, "left", "unsearched", "on", "all"]) this[name] = byId(name);
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
    this.query.addEventListener("input", () => this.#warm(), { once: true });
    this.sort.addEventListener("change", () => this.#change({ sort: this.sort.value }));
    this.narrow.addEventListener("toggle", () => this.#updatePanel());
    this.retry.addEventListener("click", () => {
      this.status.focus();
      this.#inquiry?.again();
      this.#run(this.#search);
    });
    this.unquoted.addEventListener("click", () => {
      this.status.focus();
      this.#change({ query: withoutQuotes(this.#search.query) });
    });
    this.on.addEventListener("click", () => this.#goOn(PER_PAGE));
    this.all.addEventListener("click", () => this.#goOn(Infinity));
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

  // Begin to load what a query is probably asked of first.
  async #warm() {
    const shards = await this.#loadShards();
    const [first] = shards ? relevant(shards, { ...this.#search, query: this.query.value }) : [];
    if (first) this.bundles.warm(first);
  }

  // Ask shards that were not asked yet, until there are so many results more.
  #goOn(more) {
    this.status.focus(); // the button is about to go
    this.#run(this.#search, more);
  }

  async #run(search, more = 0) {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    const isAsked = search.query !== "" || isNarrowed(search);
    const isKnown = this.#inquiry?.query === search.query;
    this.#begin(search, { isAsked, isKnown });
    const loading = needsFacets(search) ? this.#loadFacets() : null;
    const inquiry = isAsked ? await this.#inquiryOf(search.query) : null;
    const facets = await loading;
    if (!isLast()) return;
    if (isAsked && !inquiry) return this.#fail(new Error("the list of shards could not be loaded"));
    this.#search = facets ? facets.known(search) : search;
    this.chips.show(this.#search, facets);
    const answer = { search: this.#search, facets, more, isLast, inquiry, isBegun: more > 0 };
    if (isAsked && !(await this.#answer(answer))) return;
    if (!isLast()) return;
    this.#say(isAsked ? this.#summary(answer, loading !== null && !answer.facets) : "");
    this.results.setAttribute("aria-busy", "false");
    if (isAsked) this.#offerMore(answer, loading !== null && !answer.facets);
    await this.#updatePanel();
  }

  #begin(search, { isAsked, isKnown }) {
    this.#search = search;
    this.query.value = search.query;
    this.sort.value = search.sort;
    for (const part of [this.retry, this.unquoted, this.ways, this.left]) part.hidden = true;
    if (!isKnown || !isAsked) this.list.clear();
    if (!isAsked) this.#say("");
    else if (!isKnown) this.#say(this.words.say("loading"));
    this.results.setAttribute("aria-busy", "true");
  }

  // Ask shards, and show results as soon as nothing can come before them. Resolves to whether they are shown.
  async #answer(answer) {
    const { search, facets, more, isLast, inquiry } = answer;
    const before = more ? inquiry.arranged(search, facets).length : 0;
    const enough = more === Infinity ? { wanted: Infinity, budget: Infinity } : { wanted: before + (more || PER_PAGE) };
    for await (const shard of inquiry.ask(search, { facets, ...enough })) {
      if (!isLast()) return false;
      const isShown = await this.#show(answer);
      if (!isShown || !isLast()) return false;
      this.#sayProgress(answer, shard);
    }
    const isUnusable = facets?.isEmpty && inquiry.asked.length > 0;
    if (isUnusable) answer.facets = null;
    return isUnusable || !answer.isBegun ? this.#show({ ...answer, isBegun: false, isLast: () => true }, true) : isLast();
  }

  async #show(answer, isEnd = false) {
    const { search, facets, inquiry, isLast, more } = answer;
    const fixed = answer.isBegun ? this.list.fixed : [];
    const hits = inquiry.arranged(search, facets, fixed);
    if (!hits.length && !isEnd) return true;
    const upTo = more ? (answer.upTo ??= fixed.length + PER_PAGE) : PER_PAGE;
    const isShown = answer.isBegun ? await this.list.extend(hits, upTo) : await this.list.show(hits, search.query);
    answer.isBegun = true;
    return isShown && isLast();
  }

  // Said again only when there are more results, as a screen reader reads all of it.
  #sayProgress(answer, shard) {
    const { search, facets, inquiry } = answer;
    const left = inquiry.left(search, facets);
    if (!left.length) return;
    const count = inquiry.count(search, facets);
    if (count === answer.said && shard.language === answer.language) return;
    Object.assign(answer, { said: count, language: shard.language });
    const isParted = left.some((other) => other.language === shard.language);
    const going = isParted ? this.words.say("searching", { span: this.#spans.say(spanOf(left)) }) : this.words.say("loading_more");
    this.#say(count ? `${this.#atLeast(search, count)}. ${going}` : going);
  }

  #atLeast({ query }, count) {
    return this.words.say("at_least", { found: this.words.say(query ? "found" : "count", { query, count }) });
  }

  #summary({ search, facets, inquiry }, lacksFacets) {
    if (lacksFacets) return `${this.#told(search, null, inquiry)} ${this.words.say("narrow_failed")}`.trim();
    return this.#told(search, facets, inquiry);
  }

  #told(search, facets, inquiry) {
    const { query } = search;
    const all = inquiry.hits.length;
    const count = inquiry.count(search, facets);
    if (!all && inquiry.failed) return this.words.say("failed");
    if (!facets && !query) return "";
    if (!all && query) return this.words.say(withoutQuotes(query) ? "none_phrase" : "none", { query });
    if (!count) return this.words.say("none_narrowed");
    const isPart = inquiry.left(search, facets).length > 0;
    const told = isPart ? this.#atLeast(search, count) : this.words.say(query ? "found" : "count", { query, count });
    const isWhole = inquiry.asked.length === inquiry.shards.length;
    const whole = count < all && isWhole ? this.words.say("of", { found: told, all }) : told;
    return inquiry.failed ? `${whole}. ${this.words.say("failed_partly")}` : whole;
  }

  #offerMore({ search, facets, inquiry }, lacksFacets) {
    const isNothing = !inquiry.hits.length;
    this.retry.hidden = !lacksFacets && !inquiry.failed;
    this.ways.hidden = !isNothing && !inquiry.failed;
    this.unquoted.hidden = !isNothing || inquiry.failed !== null || !withoutQuotes(search.query);
    const left = inquiry.left(search, facets);
    this.#offerRest(left, inquiry.cost(left, facets));
  }

  // What was not searched yet, and how much there is to load for it.
  #offerRest(left, bytes) {
    this.left.hidden = !left.length;
    if (!left.length) return;
    this.unsearched.textContent = this.words.say("unsearched", { span: this.#spans.say(spanOf(left)) });
    this.all.textContent = this.words.say("search_all", { size: this.#size(bytes) });
  }

  #size(bytes) {
    const isLarge = bytes >= MEGABYTE;
    const [unit, value] = isLarge ? ["megabyte", bytes / MEGABYTE] : ["kilobyte", Math.ceil(bytes / 10_000) * 10];
    return new Intl.NumberFormat(`${this.language}-u-nu-latn`, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
  }

  #fail(error) {
    console.error(error);
    this.#inquiry = null;
    this.#say(this.words.say("failed"));
    this.results.setAttribute("aria-busy", "false");
    this.retry.hidden = false;
    this.ways.hidden = false;
  }

  // What is known of a query, or null where the list of shards could not be loaded.
  async #inquiryOf(query) {
    const shards = await this.#loadShards();
    if (shards && this.#inquiry?.query !== query) this.#inquiry = new Inquiry(this.bundles, this.others, shards, query);
    return shards && this.#inquiry;
  }

  // The list of shards, or null where it could not be loaded; the next time it is tried again.
  async #loadShards() {
    try {
      this.#shards ??= loadShards(this.root, this.language);
      const shards = await this.#shards;
      this.#spans ??= new Spans(this.words, this.form.dataset.locale, shards);
      return shards;
    } catch (error) {
      console.error(error);
      this.#shards = null;
      return null;
    }
  }

  // The columns of values, or null where they could not be loaded; the next time they are tried again.
  async #loadFacets() {
    try {
      this.#facets ??= Facets.load(this.root, this.language);
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
    const [facets, inquiry] = [await this.#loadFacets(), await this.#inquiryOf(this.#search.query)];
    const isCovered = facets && inquiry && (await inquiry.cover(facets));
    const Panel = isCovered && (await this.#loadPanel());
    const { query } = this.#search;
    if (!Panel) this.#offerPanelAgain();
    else if (inquiry === this.#inquiry && inquiry.query === query) {
      this.#panel ??= new Panel(
        this.panel,
        this.words,
        this.language,
        (changes) => this.#change(changes),
        () => this.#leavePanel(),
      );
      const hits = query ? inquiry.hits.filter(({ shard }) => facets.covers(shard)) : facets.all();
      this.#panel.update(facets, hits, this.#search, this.#coverage(facets, inquiry));
    }
  }

  // What the counts cover, where that is not everything.
  #coverage(facets, inquiry) {
    const left = inquiry.left(this.#search, facets);
    if (left.length) return this.words.say("counts_without", { span: this.#spans.say(spanOf(left)) });
    const covered = inquiry.shards.filter((shard) => facets.covers(shard));
    if (covered.length === inquiry.shards.length) return "";
    return this.words.say("counts_of", { span: this.#spans.say(spanOf(covered)) });
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
