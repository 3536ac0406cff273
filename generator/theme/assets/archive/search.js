// Full-text search: one Pagefind bundle per language, asked together, the page's own language first.
// Words in Arabic script are folded as generator/orthography.py folds them for the index.

const form = document.getElementById("archive-search");
const field = document.getElementById("archive-query");
const statusLine = document.getElementById("archive-status");
const list = document.getElementById("archive-results");
const more = document.getElementById("archive-more");

const root = new URL(form.dataset.root, document.baseURI);
const languages = form.dataset.languages.split(" ").sort((a, b) => (a === form.dataset.language ? -1 : b === form.dataset.language ? 1 : 0));
const PER_PAGE = 10;
const FORMS_MARK = "⁂";

const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const SAME_LETTER = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي" };

const bundles = new Map();
let shown = 0;
let hits = [];
let latest = 0;

function foldArabic(word) {
  const plain = word.normalize("NFKC").replace(MARKS, "");
  return [...plain].map((letter) => SAME_LETTER[letter] ?? letter).join("");
}

// The shortest form is the one that every written form of the word has in the index.
function stemArabic(word) {
  let stem = foldArabic(word);
  if (/^[وف]/.test(stem) && stem.length > 3) stem = stem.slice(1);
  if (/^لل/.test(stem) && stem.length > 4) return stem.slice(2);
  if (/^[بكلس]/.test(stem) && stem.length > 3) stem = stem.slice(1);
  if (/^ال/.test(stem) && stem.length > 4) stem = stem.slice(2);
  return stem;
}

// A query is asked as it was typed and, if it has Arabic words, folded and without their prefixes.
function variants(query) {
  if (!ARABIC.test(query)) return [query];
  const quoted = /["«»“”]/.test(query);
  const each = (change) => query.split(/\s+/).map((word) => (ARABIC.test(word) ? change(word) : word)).join(" ");
  return [...new Set(quoted ? [query.replace(/[«»“”]/g, '"')] : [query, each(foldArabic), each(stemArabic)])];
}

async function bundle(language) {
  if (!bundles.has(language)) {
    const url = new URL(`pagefind/${language}/pagefind.js`, root);
    bundles.set(language, import(url.href).then(async (pagefind) => {
      await pagefind.options({ baseUrl: root.pathname, excerptLength: 30 });
      await pagefind.init();
      return pagefind;
    }));
  }
  return bundles.get(language);
}

async function find(query) {
  const found = [];
  const seen = new Set();
  for (const language of languages) {
    const pagefind = await bundle(language);
    for (const variant of variants(query)) {
      for (const result of (await pagefind.search(variant)).results) {
        const key = `${language}/${result.id}`;
        if (!seen.has(key)) {
          seen.add(key);
          found.push(result);
        }
      }
    }
  }
  return found;
}

function say(template, values = {}) {
  statusLine.textContent = template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// Pagefind marks hits with <mark> in text that it has escaped: everything else is taken as text.
function excerpt(markup) {
  const paragraph = element("p", "", { class: "ar-list__excerpt", dir: "auto" });
  const parsed = new DOMParser().parseFromString(markup, "text/html").body;
  for (const node of parsed.childNodes) {
    const marked = node.nodeName === "MARK";
    paragraph.append(marked ? element("mark", node.textContent) : node.textContent);
  }
  return paragraph;
}

function show(data) {
  const item = element("li", "", { class: "ar-list__item" });
  const title = element("p", "", { class: "ar-list__title" });
  title.append(element("a", data.meta.title, { href: new URL(data.raw_url ?? data.url, root).href, lang: data.meta.language, dir: "auto" }));
  const facts = element("p", "", { class: "ar-list__facts" });
  facts.append(element("span", data.meta.date));
  if (data.meta.source) facts.append(element("span", data.meta.source));
  item.append(title, facts);
  if (data.meta.warning) item.append(element("p", form.dataset.covered, { class: "ar-flag" }));
  else if (!data.excerpt.includes(FORMS_MARK)) item.append(excerpt(data.excerpt));
  else item.append(excerpt(data.excerpt.slice(0, data.excerpt.indexOf(FORMS_MARK))));
  list.append(item);
  return title.firstChild;
}

async function showMore() {
  const batch = hits.slice(shown, shown + PER_PAGE);
  const asked = latest;
  const data = await Promise.all(batch.map((hit) => hit.data()));
  if (asked !== latest) return null;
  shown += batch.length;
  more.hidden = shown >= hits.length;
  return data.map(show)[0] ?? null;
}

async function search(query) {
  const asked = ++latest;
  list.replaceChildren();
  more.hidden = true;
  shown = 0;
  hits = [];
  if (!query.trim()) return say("");
  say(form.dataset.loading);
  try {
    const found = await find(query.trim());
    if (asked !== latest) return undefined;
    hits = found;
    await showMore();
    say(hits.length ? form.dataset.found : form.dataset.none, { query, count: hits.length });
  } catch (error) {
    console.error(error);
    if (asked === latest) say(form.dataset.failed);
  }
  return undefined;
}

function queryInAddress() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set("q", field.value);
  if (field.value !== queryInAddress()) history.pushState(null, "", address);
  search(field.value);
});
more.addEventListener("click", async () => (await showMore())?.focus());
window.addEventListener("popstate", () => {
  field.value = queryInAddress();
  search(field.value);
});

form.hidden = false;
field.value = queryInAddress();
if (field.value) search(field.value);
