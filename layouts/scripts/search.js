// Searches the site for what the address of the page asks (?q=兴县&year=2017), through Pagefind.
// Each year has an index of its own. The newest is asked first, and older ones only until there is
// enough to show, so that a search takes no more of a visitor's connection than it must.
const pageSize = 20;
const excerptLength = 80;
const excerptLead = 16;

const form = document.querySelector(".search-form");
const status = document.querySelector(".search-status");
const list = document.createElement("ol");
list.className = "search-results";
status.after(list);
const more = document.querySelector(".search-more");
const texts = status.dataset;
const word = new RegExp(texts.word, "gu");
const firstWord = new RegExp(`^(?:${texts.word})`, "u");
const asked = new URLSearchParams(location.search);
const query = (asked.get("q") ?? "").trim();

/** What is between spaces or quotes must stand in the text as it is: its words, one after the other. */
const phrases = (query.match(/["“”][^"“”]*["“”]|[^\s"“”]+/g) ?? [])
  .map((phrase) => phrase.match(word) ?? [])
  .filter((words) => words.length > 0);

let requestFailed = false;
const fetchAny = window.fetch;
// Pagefind takes what it can't load for empty: then "nothing was found" would be wrong.
window.fetch = async (...request) => {
  try {
    const response = await fetchAny(...request);
    if (!response.ok) requestFailed = true;
    return response;
  } catch (error) {
    requestFailed = true;
    throw error;
  }
};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A search that goes on from year to year. `hits` are what it has found, in their order. */
class Search {
  constructor(engine) {
    this.engine = engine;
    this.hits = [];
    /** The last year that was searched. */
    this.year = "";
    this.filters = {};
    this.byDate = asked.get("sort") !== "relevance";
    this.batch = 1;
    const year = asked.get("year");
    this.years = texts.years.split(" ").filter((one) => one && (!year || one === year));
    for (const name of ["column", "author", "source"]) {
      const value = asked.get(name)?.trim();
      if (value) this.filters[name] = value;
    }
  }

  get isOver() {
    return this.years.length === 0;
  }

  /** Searches the pages that are of no year. */
  async begin() {
    const found = await this.find(texts.pages);
    if (!asked.get("year")) this.hits.push(...found);
    if (!this.byDate) await this.reach(Number.POSITIVE_INFINITY);
  }

  /** Goes on until there are so many hits, or no more years. */
  async reach(count) {
    while (this.hits.length < count && !this.isOver) {
      const years = this.years.splice(0, this.byDate ? this.batch : this.years.length);
      this.batch *= 2;
      const merge = (year) =>
        this.engine.mergeIndex(`/search/${year}/`, { mergeFilter: { year }, language: "unknown" });
      await Promise.all(years.map(merge));
      const found = await Promise.all(years.map((year) => this.find(year)));
      this.hits.push(...found.flat());
      this.year = years[years.length - 1];
    }
    if (!this.byDate) this.hits.sort((a, b) => b.score - a.score);
  }

  /** What of a year has all phrases. */
  async find(year) {
    const options = { filters: { ...this.filters, year } };
    if (this.byDate) options.sort = { date: "desc" };
    const ask = (words) => this.engine.search(`"${words.join(" ")}"`, options);
    const [first, ...others] = await Promise.all(phrases.map(ask));
    const scores = others.map(
      ({ results }) => new Map(results.map(({ id, score }) => [id, score])),
    );
    return first.results
      .filter(({ id }) => scores.every((one) => one.has(id)))
      .map(({ id, score, data }) => ({
        score: scores.reduce((sum, one) => sum + one.get(id), score),
        data,
      }));
  }

  /** The authors and sources of all that could have been found so far. */
  suggestions() {
    return this.engine.filters();
  }
}

/** Which words are of a phrase that is searched for, by their places. */
function placesOf(tokens) {
  const words = tokens.map((token) => firstWord.exec(token)?.[0].toLowerCase());
  const places = new Set();
  for (const phrase of phrases) {
    const wanted = phrase.map((one) => one.toLowerCase());
    for (let at = 0; at < words.length; at++) {
      if (wanted.every((one, index) => words[at + index] === one)) {
        for (let index = 0; index < wanted.length; index++) places.add(at + index);
      }
    }
  }
  return places;
}

/** Text as it was before it was indexed, in parts: what is searched for is marked. */
function* partsOf(tokens, places, start, end) {
  let text = "";
  let marked = false;
  const textOf = (part) => part.replaceAll(texts.space, " ");
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    const head = places.has(at) ? (firstWord.exec(token)?.[0] ?? "") : "";
    for (const [part, isMarked] of [
      [head, true],
      [token.slice(head.length), false],
    ]) {
      if (part === "") continue;
      if (isMarked !== marked && text !== "") {
        yield { text: textOf(text), marked };
        text = "";
      }
      marked = isMarked;
      text += part;
    }
  }
  if (text !== "") yield { text: textOf(text), marked };
}

/** An element with marked text; what is of content enters a page as text alone. */
function marking(name, tokens, places, start = 0, end = tokens.length) {
  const element = document.createElement(name);
  for (const { text, marked } of partsOf(tokens, places, start, end)) {
    const mark = marked ? document.createElement("mark") : undefined;
    mark?.append(text);
    element.append(mark ?? text);
  }
  return element;
}

/** Where an excerpt begins that has as many of these places as can be. */
function excerptStart(places) {
  const sorted = [...places].sort((a, b) => a - b);
  let [best, most] = [0, 0];
  for (let from = 0, to = 0; from < sorted.length; from++) {
    while (to < sorted.length && sorted[to] < sorted[from] + excerptLength - excerptLead) to++;
    if (to - from > most) [best, most] = [sorted[from], to - from];
  }
  return Math.max(0, best - excerptLead);
}

function excerptOf(tokens) {
  const places = placesOf(tokens);
  const start = excerptStart(places);
  const end = Math.min(tokens.length, start + excerptLength);
  const excerpt = marking("p", tokens, places, start, end);
  if (start > 0) excerpt.prepend("…");
  if (end < tokens.length) excerpt.append("…");
  return excerpt;
}

const columnTitles = new Map(
  Array.from(form.elements.namedItem("column").options, ({ value, text }) => [value, text]),
);

function itemOf({ raw_url, content, meta, filters }) {
  const tokensOf = (text) => text.split(/\s+/).filter((token) => token !== "");
  const item = document.createElement("li");
  const title = tokensOf(meta.title);
  const link = marking("a", title, placesOf(title));
  link.href = raw_url;
  const about = document.createElement("p");
  about.className = "about";
  const { column = [], source = [], author = [] } = filters;
  const day = meta.date?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const titles = column.map((id) => columnTitles.get(id) ?? id);
  about.textContent = [day, ...titles, ...source, ...author].filter(Boolean).join("  ");
  item.append(link, excerptOf(tokensOf(content)), about);
  return item;
}

/** Shows other ways to articles, once nothing comes above them any more. */
function showWays() {
  document.querySelector(".search-ways").classList.add("shown");
}

/** Shows the next hits, and says how many there are. */
async function showMore(search) {
  const shown = list.children.length;
  more.disabled = true;
  if (shown === 0) status.textContent = texts.searching;
  await search.reach(shown + pageSize);
  const hits = search.hits.slice(shown, shown + pageSize);
  const items = (await Promise.all(hits.map(({ data }) => data()))).map(itemOf);
  if (requestFailed) throw new Error("a part of the index could not be loaded");
  list.append(...items);
  const count = search.hits.length;
  const values = { query, count, year: search.year };
  if (!search.isOver) status.textContent = fill(texts.foundSince, values);
  else status.textContent = fill(count === 0 ? texts.nothing : texts.found, values);
  more.disabled = false;
  more.hidden = search.isOver && list.children.length >= count;
  // Who goes on by keyboard goes on at the first of the new ones.
  if (shown > 0) items[0]?.querySelector("a").focus();
}

function fail() {
  status.textContent = texts.failed;
  more.hidden = true;
}

async function start() {
  const { createInstance } = await import("/search/pagefind.js");
  const engine = createInstance({
    basePath: "/search/",
    mergeFilter: { year: texts.pages },
    noWorker: true,
  });
  const search = new Search(engine);
  more.addEventListener("click", () => {
    requestFailed = false;
    showMore(search).catch(fail);
  });
  for (const [name, id] of [
    ["author", "authors"],
    ["source", "sources"],
  ]) {
    const suggest = async () => {
      const names = Object.keys((await search.suggestions())[name] ?? {}).sort();
      const options = names.map((value) =>
        Object.assign(document.createElement("option"), { value }),
      );
      document.getElementById(id).replaceChildren(...options);
    };
    form.elements.namedItem(name).addEventListener("focus", () => suggest().catch(() => {}));
  }
  await search.begin();
  await showMore(search);
}

for (const [name, value] of asked) {
  const control = form.elements.namedItem(name);
  if (control && "value" in control) control.value = value;
  if (value && name !== "q" && control) form.querySelector("details").open = true;
}
// What was not filled in need not stand in the address.
form.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
});
if (query === "") showWays();
else if (phrases.length === 0) {
  status.textContent = texts.nothingAsked;
  showWays();
} else {
  document.title = `${query} - ${document.title}`;
  status.textContent = texts.searching;
  start().catch(fail).finally(showWays);
}
