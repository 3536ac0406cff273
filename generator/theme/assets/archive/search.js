// Full-text search: one Pagefind bundle per language, asked together, the page's own language first.
// Words in Arabic script are looked up under the forms that generator/orthography.py gives the index.

const PER_PAGE = 10;
const EXCERPT_WORDS = 32;
const WORDS_BEFORE_HIT = 8;
const MOST_QUERIES = 32; // forms of a query that are asked for, the closest to it first
const FORMS_MARK = "⁂"; // generator/outputs/search_index.py puts it before an Arabic record's folded forms

const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;
const ARABIC_WORD = /[\p{L}\p{N}\u064b-\u065f\u0670\u0640\u200b-\u200f]+/gu;
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
const SAME_LETTER = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي" };
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

/** What a query asks for: phrases in quotes, and its other words; a report has to have each of them. */
export function parts(query) {
  const plain = query.replace(QUOTES, '"');
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map((match) => match[1].trim()).filter(Boolean);
  const words = plain.replace(/"[^"]+"/g, " ").replace(/"/g, " ").trim();
  return [...phrases.map((phrase) => [`"${phrase}"`]), ...(words ? [variants(words)] : [])];
}

/** Words as typed, then with each Arabic word in each of its forms, the closest to it first. */
export function variants(words) {
  const texts = words.split(ARABIC_WORD);
  const choices = [...words.matchAll(ARABIC_WORD)].map(([word]) => (ARABIC.test(word) ? stems(word) : [word]));
  let found = [{ distance: 0, forms: [] }];
  for (const forms of choices) {
    found = found.flatMap((start) => forms.map((form, step) => ({ distance: start.distance + step, forms: [...start.forms, form] })));
    found = found.sort((a, b) => a.distance - b.distance).slice(0, MOST_QUERIES);
  }
  const asked = found.map(({ forms }) => texts.map((text, place) => text + (forms[place] ?? "")).join(""));
  return [...new Set([words, ...asked])];
}

/** The words of a result to show: from a little before the first hit; never the forms behind the mark. */
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
  const formsOf = (text) => (text.match(ARABIC_WORD) ?? []).filter((word) => ARABIC.test(word)).flatMap(stems);
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
    const asked = await Promise.allSettled(this.languages.map((language) => this.#findIn(language, query)));
    const failed = asked.find((answer) => answer.status === "rejected")?.reason;
    return { hits: asked.flatMap((answer) => answer.value ?? []), failed };
  }

  async #findIn(language, query) {
    const pagefind = await this.#bundle(language);
    const answers = [];
    for (const part of parts(query)) {
      const found = new Map();
      for (const variant of part) {
        for (const result of (await pagefind.search(variant)).results) {
          if (!found.has(result.id)) found.set(result.id, result);
        }
      }
      answers.push(found);
    }
    const [rest, ...others] = answers.reverse();
    return rest ? [...rest.values()].filter((result) => others.every((found) => found.has(result.id))) : [];
  }
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
