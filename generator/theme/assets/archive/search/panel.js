// "Narrow the results": the years, and a list of values for each group, with counts.

import { yearOf } from "./address.js";
import { Histogram, barsOf } from "./histogram.js";
import { element } from "./words.js";

const SHOWN = 8;

/** A labelled field for a year, in any digits. */
class YearField {
  constructor(words, name, changed) {
    this.changed = changed;
    const id = `archive-${name}`;
    this.input = element("input", "", { id, type: "text", inputmode: "numeric", size: "5", autocomplete: "off" });
    this.wrong = element("span", words.say("year_wrong"), { id: `${id}-wrong`, class: "ar-wrong", hidden: true });
    this.input.setAttribute("aria-describedby", this.wrong.id);
    this.element = element("p", "", { class: "ar-year" });
    this.element.append(element("label", words.say(name), { for: id }), this.input, this.wrong);
    this.input.addEventListener("change", () => this.#read());
  }

  show(year) {
    this.input.value = year ?? "";
    this.#mark(false);
  }

  #read() {
    const year = yearOf(this.input.value);
    this.#mark(Number.isNaN(year));
    if (!Number.isNaN(year)) this.changed(year);
  }

  #mark(isWrong) {
    this.input.setAttribute("aria-invalid", String(isWrong));
    this.wrong.hidden = !isWrong;
  }
}

/** A box to check, with the number of results behind its name. */
class Choice {
  constructor(words, label, changed) {
    this.words = words;
    this.input = element("input", "", { type: "checkbox" });
    this.input.addEventListener("change", () => changed(this.input.checked));
    this.number = element("span", "", { class: "ar-choice__count", "aria-hidden": "true" });
    this.spoken = element("span", "", { class: "ar-unseen" });
    const named = element("label", "", { class: "ar-choice" });
    named.append(this.input, element("bdi", label), this.number, this.spoken);
    this.element = element("li");
    this.element.append(named);
  }

  show(count, isChosen) {
    this.input.checked = isChosen;
    this.number.textContent = this.words.numbers.format(count);
    this.spoken.textContent = `, ${this.words.say("count", { count })}`;
  }
}

/** The values of one group: the most frequent ones, and the others when asked for. */
class Group {
  #choices = new Map();
  #isWhole = false;

  constructor(words, label, toggle) {
    this.words = words;
    this.toggle = toggle;
    this.list = element("ul", "", { class: "ar-choices" });
    this.all = element("button", "", { type: "button", class: "ar-plain", "aria-expanded": "false" });
    this.all.addEventListener("click", () => this.#showAll());
    this.element = element("fieldset", "", { class: "ar-facet" });
    this.element.append(element("legend", label), this.list, this.all);
  }

  /** @param values the values with results, and those chosen, the most frequent first. */
  show(values) {
    this.element.hidden = !values.length;
    const rows = values.map(({ value, label, count, isChosen }) => {
      if (!this.#choices.has(value)) this.#choices.set(value, this.#choice(value, label));
      this.#choices.get(value).show(count, isChosen);
      return this.#choices.get(value).element;
    });
    this.#arrange(rows);
    this.values = values;
    this.#hideSome();
  }

  #choice(value, label) {
    return new Choice(this.words, label, (isChosen) => this.toggle(value, isChosen));
  }

  // Elements that stay where they are keep the focus; one that is moved would lose it.
  #arrange(rows) {
    const isSame = rows.length === this.list.children.length && rows.every((row, place) => row === this.list.children[place]);
    if (isSame) return;
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.replaceChildren(...rows);
    focused?.focus();
  }

  #hideSome() {
    const rows = [...this.list.children];
    const isSpare = (place) => place >= SHOWN && !this.values[place].isChosen;
    rows.forEach((row, place) => (row.hidden = !this.#isWhole && isSpare(place)));
    this.all.hidden = !rows.some((_, place) => isSpare(place));
    this.all.setAttribute("aria-expanded", String(this.#isWhole));
    this.all.textContent = this.#isWhole ? this.words.say("show_fewer") : this.words.say("show_all", { count: rows.length });
  }

  #showAll() {
    const firstHidden = [...this.list.children].find((row) => row.hidden);
    this.#isWhole = !this.#isWhole;
    this.#hideSome();
    if (this.#isWhole) firstHidden?.querySelector("input").focus();
  }
}

/** All of it, inside a `details`; `change` is called with what changes about the search. */
export class Panel {
  #groups = new Map();
  #search = null;

  /** `leave` is called when a reader goes on to the results, which are far below on a small screen. */
  constructor(place, words, language, change, leave) {
    this.place = place;
    this.words = words;
    this.order = new Intl.Collator(language);
    this.change = change;
    this.histogram = new Histogram(words, (from, to) => change({ from, to, undated: false }));
    this.from = new YearField(words, "from", (from) => change(turned(from, this.#search.to)));
    this.to = new YearField(words, "to", (to) => change(turned(this.#search.from, to)));
    this.undated = new Choice(words, words.say("undated"), (undated) => change({ undated }));
    this.allYears = element("button", words.say("all_years"), { type: "button", class: "ar-plain" });
    this.allYears.addEventListener("click", () => {
      this.from.input.focus(); // the button is about to go
      change({ from: null, to: null, undated: false });
    });
    this.years = this.#years();
    this.covers = element("p", "", { class: "ar-note ar-panel__covers" });
    this.leave = element("button", words.say("to_results"), { type: "button", class: "md-button" });
    this.leave.addEventListener("click", leave);
  }

  #years() {
    const made = element("fieldset", "", { class: "ar-facet ar-facet--years" });
    const row = element("div", "", { class: "ar-year-row" });
    const undated = element("ul", "", { class: "ar-choices" });
    undated.append(this.undated.element);
    row.append(this.from.element, this.to.element, undated, this.allYears);
    const hint = element("p", this.words.say("years_hint"), { class: "ar-note" });
    made.append(element("legend", this.words.say("years")), hint, this.histogram.element, row);
    return made;
  }

  /**
   * Show what these hits can be narrowed by, as this search narrows them.
   *
   * @param coverage what the counts cover, in words; empty where that is all there is.
   */
  update(facets, hits, search, coverage) {
    this.#search = search;
    this.covers.textContent = coverage;
    this.covers.hidden = !coverage;
    const lists = facets.years(hits, search);
    this.histogram.update(barsOf(lists, search), search);
    this.from.show(search.from);
    this.to.show(search.to);
    const undated = lists.filter((years) => !years.length).length;
    this.undated.show(undated, search.undated);
    this.undated.element.hidden = !undated && !search.undated;
    this.allYears.hidden = search.from === null && search.to === null && !search.undated;
    for (const { name, label } of facets.groups) this.#group(name, label).show(this.#values(facets, hits, search, name));
    if (!this.years.isConnected) {
      const groups = [...this.#groups.values()].map((group) => group.element);
      this.place.replaceChildren(this.covers, this.years, ...groups, this.leave);
    }
  }

  #group(name, label) {
    if (!this.#groups.has(name)) {
      this.#groups.set(name, new Group(this.words, label, (value, isChosen) => this.#toggle(name, value, isChosen)));
    }
    return this.#groups.get(name);
  }

  #toggle(group, value, isChosen) {
    const others = this.#search.chosen.filter(([name, other]) => name !== group || other !== value);
    this.change({ chosen: isChosen ? [...others, [group, value]] : others });
  }

  #values(facets, hits, search, group) {
    const chosen = new Set(search.chosen.filter(([name]) => name === group).map(([, value]) => value));
    const counts = facets.counts(hits, search, group);
    const values = [...new Set([...counts.keys(), ...chosen])].map((value) => ({
      value,
      label: facets.label(group, value),
      count: counts.get(value) ?? 0,
      isChosen: chosen.has(value),
    }));
    return values.sort((one, other) => other.count - one.count || this.order.compare(one.label, other.label));
  }
}

/** The years in order, whichever of them was typed last. */
function turned(from, to) {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}
