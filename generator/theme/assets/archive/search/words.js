// What the page says, in its language; and elements that hold it.

/** The page's words: texts with {places}, or plural forms of such a text, chosen by {count}. */
export class Words {
  constructor(words, language) {
    this.words = words;
    this.plural = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
  }

  say(key, values = {}) {
    const word = this.words[key];
    const text = typeof word === "string" ? word : (word[this.plural.select(values.count)] ?? word.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => this.#filledIn(values[name]));
  }

  // A reader's own words may run in the other direction: they stand between Unicode's isolates.
  #filledIn(value) {
    return typeof value === "number" ? this.numbers.format(value) : `\u2068${value}\u2069`;
  }
}

/** An element with this text and these attributes; true stands for one without a value. */
export function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  return made;
}
