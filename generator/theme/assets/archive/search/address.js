// A search as it stands in the page's address: what is asked, what it is narrowed to, in what order.

const OWN = ["q", "from", "to", "undated", "sort"];
const SORTS = ["relevance", "newest", "oldest"];
const INDIC_DIGITS = { "٠": 0, "۰": 0, "١": 1, "۱": 1, "٢": 2, "۲": 2, "٣": 3, "۳": 3, "٤": 4, "۴": 4 };
Object.assign(INDIC_DIGITS, { "٥": 5, "۵": 5, "٦": 6, "۶": 6, "٧": 7, "۷": 7, "٨": 8, "۸": 8, "٩": 9, "۹": 9 });

/** A year as typed, in any digits: a number, null for none, NaN for anything else. */
export function yearOf(typed) {
  const text = (typed ?? "").trim().replace(/[٠-٩۰-۹]/g, (digit) => INDIC_DIGITS[digit]);
  if (!text) return null;
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : NaN;
}

/**
 * The search that an address asks for; what makes no sense in it is left out.
 *
 * `from` and `to` are years or null. `chosen` is a list of [group, value], in the order of choice.
 */
export function readSearch(search) {
  const asked = new URLSearchParams(search);
  const sort = asked.get("sort");
  const [from, to] = [yearOf(asked.get("from")), yearOf(asked.get("to"))].map((year) => (Number.isNaN(year) ? null : year));
  const isTurned = from !== null && to !== null && from > to;
  return {
    query: (asked.get("q") ?? "").trim(),
    from: isTurned ? to : from,
    to: isTurned ? from : to,
    undated: asked.get("undated") === "1",
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    chosen: [...asked].filter(([name]) => !OWN.includes(name)),
  };
}

/** The same search as the end of an address: empty, or from the question mark on. */
export function writeSearch({ query, from, to, undated, sort, chosen }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const [group, value] of chosen) asked.append(group, value);
  if (from !== null) asked.set("from", from);
  if (to !== null) asked.set("to", to);
  if (undated) asked.set("undated", "1");
  if (sort !== SORTS[0]) asked.set("sort", sort);
  const written = String(asked);
  return written ? `?${written}` : "";
}

/** Whether a search is narrowed to a part of its results. */
export function isNarrowed({ from, to, undated, chosen }) {
  return from !== null || to !== null || undated || chosen.length > 0;
}

/** The same search, not narrowed. */
export function widened(search) {
  return { ...search, from: null, to: null, undated: false, chosen: [] };
}

/** Whether a search can't be answered without the columns of values. */
export function needsFacets(search) {
  return isNarrowed(search) || search.sort !== SORTS[0];
}
