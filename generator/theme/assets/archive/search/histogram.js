// The results by year, as a row of bars that are buttons.

import { element } from "./words.js";

const MOST_BARS = 24;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 1000];

const stepFor = (first, last) => STEPS.find((step) => last / step - first / step < MOST_BARS) ?? STEPS.at(-1);

/**
 * The bars for results, each of one year or, where those would be too many, of several.
 *
 * @param lists the years that each result may be from; it counts in every bar that has one of them.
 * @param search may be narrowed to some years, which are then looked at more closely.
 */
export function barsOf(lists, { from, to }) {
  const years = lists.flat();
  if (!years.length) return [];
  let first = years.reduce((one, other) => Math.min(one, other));
  let last = years.reduce((one, other) => Math.max(one, other));
  const isInside = (from ?? last) <= last && (to ?? first) >= first;
  if (stepFor(first, last) > 1 && isInside) {
    first = Math.max(first, from ?? first);
    last = Math.min(last, to ?? last);
  }
  const step = stepFor(first, last);
  const bars = [];
  for (let start = Math.floor(first / step) * step; start <= last; start += step) {
    const end = start + step - 1;
    const count = lists.filter((list) => list.some((year) => year >= start && year <= end)).length;
    bars.push({ from: start, to: end, count });
  }
  return bars;
}

/** The bars as elements: a button for each year that has results, a gap for each that has none. */
export class Histogram {
  /** `choose` is called with the years of a bar, or with nulls to take the choice back. */
  constructor(words, choose) {
    this.words = words;
    this.choose = choose;
    this.element = element("div", "", { class: "ar-chart", role: "group", "aria-label": words.say("years_chart") });
  }

  update(bars, { from, to }) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.years : null;
    const most = Math.max(1, ...bars.map(({ count }) => count));
    this.element.replaceChildren(...bars.map((bar) => this.#bar(bar, most, { from, to })));
    this.element.hidden = !bars.length;
    if (focused !== null) this.element.querySelector(`[data-years="${focused}"]`)?.focus();
  }

  #bar({ from, to, count }, most, chosen) {
    const years = from === to ? String(from) : `${from}–${to}`;
    const isChosen = chosen.from === from && chosen.to === to;
    const isOutside = (chosen.from ?? from) > to || (chosen.to ?? to) < from;
    const made = count
      ? element("button", "", {
          type: "button",
          "aria-pressed": String(isChosen),
          "aria-label": this.words.say("bar", { years, reports: this.words.say("count", { count }) }),
          "data-years": years,
        })
      : element("span", "", { "aria-hidden": "true" });
    made.className = isOutside ? "ar-bar ar-bar--outside" : "ar-bar";
    const fill = element("span", "", { class: "ar-bar__fill" });
    fill.style.setProperty("--ar-share", count / most);
    made.append(element("span", count ? this.words.numbers.format(count) : "", { class: "ar-bar__count" }));
    made.append(fill, element("span", years, { class: "ar-bar__years" }));
    if (count) made.addEventListener("click", () => (isChosen ? this.choose(null, null) : this.choose(from, to)));
    return made;
  }
}
