// Full-text search: one Pagefind bundle per language, asked together, the page's own language first.
// Words in Arabic script are looked up under the forms that generator/orthography.py gives the index.

const PER_PAGE = 10;
const EXCERPT_WORDS = 32;
const WORDS_BEFORE_HIT = 8;
const FORMS_MARK = "⁂"; // generator/outputs/search_index.py puts it before other spellings, which are not shown

const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;
const WORD = /[\p{L}\p{N}\u064b-\u065f\u0670\u0640\u200b-\u200f]+/gu;
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
const SAME_LETTER = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي" };
const IN_ARABIC_SCRIPT = new Set(["ar", "ckb", "fa", "ps", "sd", "ug", "ur"]);
const QUOTES = /[«»“”„‟＂]/g;
const SHORTEST_STEM = 3;
const LONGEST_WORD = 40;

/** One spelling of a word in Arabic script, as `fold` in generator/orthography.py. */
export function fold(word) {
  const plain = word.normalize("NFKC").replace(MARKS, "").replace(INVISIBLE, "");
  return [...plain].map((letter) => SAME_LETTER[letter] ?? letter).join("");
}

/** The folded forms of a word in Arabic script, as `stems` in generator/orthography.py. */
export function stems(word) {
  return [...new Set(stemsOf(fold(word)))];
}

function stemsOf(word) {
  const found = [word];
  if (word.length > LONGEST_WORD) return found;
  if (/^[وف]/.test(word) && word.length > SHORTEST_STEM) found.push(...stemsOf(word.slice(1)));
  if (word.startsWith("لل") && word.length > SHORTEST_STEM + 1) found.push(`ال${word.slice(2)}`, word.slice(2));
  else if (/^[بكلس]/.test(word) && word.length > SHORTEST_STEM) found.push(...stemsOf(word.slice(1)));
  if (word.startsWith("ال") && word.length > SHORTEST_STEM + 1) found.push(word.slice(2));
  return found;
}

/**
 * What a query asks for: phrases in quotes, words in Arabic script, and its other words together. A
 * report has to have each part, in one of the spellings listed. Arabic words stand in quotes because
 * Pagefind takes a word that it doesn't know, such as one with another prefix, for any shorter one.
 */
export function parts(query) {
  const plain = query.replace(QUOTES, '"');
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map((match) => match[1].trim()).filter(Boolean);
  const words = plain.replace(/"[^"]+"/g, " ").replace(/"/g, " ");
  const arabic = (words.match(WORD) ?? []).filter((word) => ARABIC.test(fold(word)));
  const others = words.replace(WORD, (word) => (arabic.includes(word) ? " " : word)).trim();
  return [
    ...phrases.map((phrase) => [`"${phrase}"`]),
    ...arabic.map((word) => stems(word).map((form) => `"${form}"`)),
    ...(/[\p{L}\p{N}]/u.test(others) ? [[others]] : []),
  ];
}

/** The words of a result to show: from a little before the first hit; never the other spellings behind the mark. */
export function excerptOf(data, query) {
  const raw = (data.raw_content ?? data.content).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const [delimiter, joint] = raw.includes("\u200b") ? ["\u200b", ""] : [/\s+/, " "];
  const all = raw.split(delimiter);
  const end = all.indexOf(FORMS_MARK);
  const words = end < 0 ? all : all.slice(0, end);
  const titled = data.meta.title.trim().split(delimiter).length;
  const hits = hitsIn(words, data.locations ?? [], query);
  const first = [...hits].filter((place) => place >= titled).sort((a, b) => a - b)[0] ?? titled;
  const start = Math.max(titled, Math.min(first - WORDS_BEFORE_HIT, words.length - EXCERPT_WORDS));
  const shown = words.slice(start, start + EXCERPT_WORDS).map((text, place) => ({ text, hit: hits.has(start + place) }));
  return { words: shown, joint, before: start > titled, after: start + EXCERPT_WORDS < words.length };
}

// Pagefind tells the places of the words it found; of an Arabic word it may have found a folded form.
function hitsIn(words, locations, query) {
  const hits = new Set(locations.filter((place) => place < words.length));
  const formsOf = (text) => (text.match(WORD) ?? []).filter((word) => ARABIC.test(word)).flatMap(stems);
  const asked = new Set(formsOf(query));
  if (asked.size) {
    words.forEach((word, place) => {
      if (formsOf(word).some((form) => asked.has(form))) hits.add(place);
    });
  }
  return hits;
}

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The languages to show hits in: those that write as the query does come first. */
function inOrder(languages, query) {
  if (!/\p{L}/u.test(query)) return languages;
  const writesSo = (language) => (IN_ARABIC_SCRIPT.has(language) === ARABIC.test(query) ? 0 : 1);
  return [...languages].sort((one, other) => writesSo(one) - writesSo(other));
}

/** The bundles of the site's languages; a bundle that failed is asked for again the next time. */
class Bundles {
  #loading = new Map();

  constructor(root, languages) {
    this.root = root;
    this.languages = languages;
  }

  #bundle(language) {
    if (!this.#loading.has(language)) this.#loading.set(language, this.#load(language));
    return this.#loading.get(language);
  }

  async #load(language) {
    try {
      const pagefind = await import(new URL(`pagefind/${language}/pagefind.js`, this.root).href);
      await pagefind.options({ baseUrl: this.root.pathname });
      await pagefind.init();
      return pagefind;
    } catch (error) {
      this.#loading.delete(language);
      throw error;
    }
  }

  /** Hits of every language, in order of languages; `failed` is the first failure, if there was one. */
  async find(query) {
    const asked = await Promise.allSettled(inOrder(this.languages, query).map((language) => this.#findIn(language, query)));
    const failed = asked.find((answer) => answer.status === "rejected")?.reason;
    return { hits: asked.flatMap((answer) => answer.value ?? []), failed };
  }

  async #findIn(language, query) {
    const pagefind = await this.#bundle(language);
    let hits = null;
    for (const part of parts(query)) {
      const found = await bestOf(pagefind, part);
      for (const [id, hit] of hits ?? []) {
        if (found.has(id)) found.set(id, { ...hit, score: hit.score + found.get(id).score });
      }
      hits = new Map([...found].filter(([id]) => hits === null || hits.has(id)));
    }
    return [...(hits ?? new Map()).values()].sort((a, b) => b.score - a.score).map((hit) => hit.result);
  }
}

// Each report's best hit for one of these spellings; the first of them counts most.
async function bestOf(pagefind, spellings) {
  const best = new Map();
  for (const [step, spelling] of spellings.entries()) {
    for (const result of (await pagefind.search(spelling)).results) {
      const score = result.score / (1 + step);
      if (!(best.get(result.id)?.score >= score)) best.set(result.id, { result, score });
    }
  }
  return best;
}

/** The search page: its form, its status line, its list. */
class SearchPage {
  #latest = 0;
  #hits = [];
  #shown = 0;

  constructor(form) {
    const byId = (id) => document.getElementById(id);
    this.form = form;
    this.words = form.dataset;
    this.field = byId("archive-query");
    this.status = byId("archive-status");
    this.list = byId("archive-results");
    this.more = byId("archive-more");
    this.root = new URL(form.dataset.root, document.baseURI);
    const own = form.dataset.language;
    const languages = form.dataset.languages.split(" ").filter((language) => language !== own);
    this.bundles = new Bundles(this.root, [own, ...languages]);
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#keepInAddress(this.field.value.trim());
      this.search(this.field.value);
    });
    this.more.addEventListener("click", () => this.#showMore(this.#latest, true));
    addEventListener("popstate", () => this.#askAddress());
    this.form.hidden = false;
    document.getElementById("archive-by-date").hidden = false;
    this.#askAddress();
  }

  async search(typed) {
    const query = typed.trim();
    const asked = ++this.#latest;
    this.#hits = [];
    this.#shown = 0;
    this.more.hidden = true;
    this.list.replaceChildren();
    if (!query) return this.#say("");
    this.#say(this.words.loading);
    const { hits, failed } = await this.bundles.find(query);
    if (asked !== this.#latest) return undefined;
    this.query = query;
    this.#hits = hits;
    if (failed) console.error(failed);
    if (failed && !hits.length) return this.#say(this.words.failed);
    if (!(await this.#showMore(asked)) || asked !== this.#latest) return undefined;
    const counted = this.#filled(hits.length ? this.words.found : this.words.none, { query, count: hits.length });
    return this.#say(failed ? `${counted}. ${this.words.failed}` : counted);
  }

  // Whether the next results stand in the list; not, if another search came between or they failed.
  async #showMore(asked, focus = false) {
    this.more.disabled = true;
    const batch = this.#hits.slice(this.#shown, this.#shown + PER_PAGE);
    let data;
    try {
      data = await Promise.all(batch.map((hit) => hit.data()));
    } catch (error) {
      console.error(error);
      if (asked === this.#latest) this.#say(this.words.failed);
      return false;
    } finally {
      this.more.disabled = false;
    }
    if (asked !== this.#latest) return false;
    this.#shown += batch.length;
    this.more.hidden = this.#shown >= this.#hits.length;
    const items = data.map((entry) => this.#item(entry));
    this.list.append(...items);
    if (focus) items[0]?.querySelector("a").focus();
    return true;
  }

  #item(data) {
    const { title, date, source, language, warning } = data.meta;
    const item = element("li", "", { class: "ar-list__item" });
    const heading = element("p", "", { class: "ar-list__title" });
    const address = new URL(data.raw_url ?? data.url, this.root).href;
    heading.append(element("a", title, { href: address, lang: language, hreflang: language, dir: "auto" }));
    const facts = element("p", "", { class: "ar-list__facts" });
    for (const fact of [date, source].filter(Boolean)) facts.append(element("bdi", fact));
    item.append(heading, facts);
    item.append(warning ? element("p", this.words.covered, { class: "ar-flag" }) : this.#excerpt(data, language));
    return item;
  }

  #excerpt(data, language) {
    const { words, joint, before, after } = excerptOf(data, this.query);
    const paragraph = element("p", before ? "… " : "", { class: "ar-list__excerpt", lang: language, dir: "auto" });
    for (const [place, { text, hit }] of words.entries()) {
      if (place) paragraph.append(joint);
      paragraph.append(hit ? element("mark", text) : text);
    }
    if (after) paragraph.append(" …");
    return paragraph;
  }

  #say(text) {
    this.status.textContent = text;
  }

  #filled(template, values) {
    return template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  }

  #askAddress() {
    this.field.value = new URLSearchParams(location.search).get("q") ?? "";
    this.search(this.field.value);
  }

  #keepInAddress(query) {
    const address = new URL(location.href);
    if (query === (address.searchParams.get("q") ?? "")) return;
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.pushState(null, "", address);
  }
}

const form = document.getElementById("archive-search");
if (form) new SearchPage(form).start();
