import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../site/site.ts";
import { makeArticle, makeSite, pageAt, pagesOf } from "../testing/articles.ts";
import { type RelatedIn, relatedIn, relatedMemory } from "./related.ts";

/** What each of these articles has most to do with. */
function allIn(articles: readonly Article[], find: RelatedIn = relatedIn) {
  const related = find(articles);
  return articles.map((_, place) => related(place));
}

const columns = ["news", "history"].map((id) => ({ id, title: id }));

/** An article of a day of January 2017, with the tags that these letters are. */
const tagged = (day: number, tags: string, column = "news") =>
  makeArticle({
    slug: `${day}`,
    date: `2017-01-${String(day).padStart(2, "0")}`,
    tags: [...tags],
    column,
  });

const relatedTo = (articles: ReturnType<typeof tagged>[], day: number) => {
  const site = makeSite({ articles }, { columns });
  const { url } = pagesOf(site).find((page) => page.url.endsWith(`/${day}.html`)) ?? { url: "" };
  return pageAt(site, url, "article").props.related.map(({ title }) => Number(title));
};

test("most shared tags first, then the same column, then the nearest in date", () => {
  const articles = [
    tagged(1, "abc"),
    tagged(2, "ab", "history"),
    tagged(3, "ab"),
    tagged(4, "a"),
    tagged(5, "c", "history"),
    tagged(6, "x"),
    tagged(9, "abc"),
  ];
  expect(relatedTo(articles, 9)).toEqual([1, 3, 2, 4, 5]);
  const { related } = pageAt(
    makeSite({ articles }, { columns }),
    "/news/2017/9.html",
    "article",
  ).props;
  expect(related[0]).toEqual({
    title: "1",
    href: "/news/2017/1.html",
    date: { text: "2017-01-01", datetime: "2017-01-01" },
  });
});

test("at most five, never the article itself, and none where no tag is shared", () => {
  const articles = [1, 2, 3, 4, 5, 6, 7].map((day) => tagged(day, "a"));
  expect(relatedTo(articles, 7)).toEqual([6, 5, 4, 3, 2]);
  expect(relatedTo(articles, 2)).toEqual([1]);
  expect(relatedTo(articles, 1)).toEqual([]);
  expect(relatedTo([tagged(1, "a"), tagged(2, "b"), tagged(3, "")], 3)).toEqual([]);
});

test("tags that count as one name are one; a tag written twice counts once", () => {
  const articles = [
    makeArticle({ slug: "1", date: "2017-01-01", tags: ["WTO"] }),
    makeArticle({ slug: "2", date: "2017-01-02", tags: ["x", "y"] }),
    makeArticle({ slug: "3", date: "2017-01-03", tags: ["wto", "ｗｔｏ", "x", "y"] }),
  ];
  expect(relatedTo(articles, 3)).toEqual([2, 1]);
});

test("an article that is added changes what no older article shows", () => {
  const articles = Array.from({ length: 28 }, (_, index) => tagged(index + 1, "ab")).reverse();
  const [ofAdded, ...now] = allIn(articles);
  expect(ofAdded).toHaveLength(5);
  expect(now).toEqual(allIn(articles.slice(1)));
});

test("one of the past changes at most the ten newer ones of each of its tags", () => {
  const base = tagged(1, "ab");
  const at = (number: number, tags: string[]) => ({
    ...base,
    tags,
    date: { ...base.date, instant: base.date.instant + number },
    address: `/news/2017/${number}.html`,
  });
  const before = Array.from({ length: 400 }, (_, index) => at(1000 - index, ["a"]));
  const past = at(800.5, ["a", "b"]);
  const all = [...before, past].sort((a, b) => b.date.instant - a.date.instant);
  const addressesIn = (articles: typeof all) => {
    const related = allIn(articles).map((list) => list.map(({ address }) => address).join());
    return new Map(articles.map((article, place) => [article, related[place]]));
  };
  const [old, now] = [addressesIn(before), addressesIn(all)];
  const changed = before.filter((article) => old.get(article) !== now.get(article));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThanOrEqual(10);
});

test("a tag that all of 100,000 articles have is no trouble", () => {
  const base = makeArticle({ tags: ["甲", "乙", "丙"] });
  const articles = Array.from({ length: 100_000 }, () => ({ ...base }));
  // With a square in it, this would take hours.
  expect(allIn(articles).filter(({ length }) => length > 0)).toHaveLength(99_999);
});

test("with what was found before it is what is found without", () => {
  const article = fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    tags: fc.constantFrom("", "a", "ab", "ba", "bc", "abc"),
    column: fc.constantFrom("news", "history"),
  });
  type Spec = { day: number; tags: string; column: string };
  /** Articles of which those that are told as before are the same objects. */
  const make = (specs: readonly Spec[], known: ReadonlyMap<Spec, ReturnType<typeof tagged>>) =>
    specs.map((spec) => known.get(spec) ?? tagged(spec.day, spec.tags, spec.column));
  const change = fc.tuple(fc.nat(), fc.option(article), fc.boolean());
  const edits = fc.tuple(fc.array(article, { minLength: 2, maxLength: 12 }), fc.array(change));
  const property = fc.property(edits, ([start, changes]) => {
    const remembered = relatedMemory();
    let specs: readonly Spec[] = start;
    let known = new Map<Spec, ReturnType<typeof tagged>>();
    for (const [at, spec, isSame] of [[0, null, true] as const, ...changes]) {
      const place = at % Math.max(1, specs.length);
      const before = specs[place];
      if (isSame && before) specs = specs.with(place, { ...before });
      else if (spec) specs = specs.toSpliced(place, at % 2, spec);
      else specs = specs.toSpliced(place, 1);
      const articles = make(specs, known);
      known = new Map(specs.map((one, index) => [one, articles[index] as (typeof articles)[0]]));
      const [found, expected] = [allIn(articles, remembered), allIn(articles)];
      expect(found).toEqual(expected);
      for (const [index, list] of expected.entries()) {
        for (const [rank, one] of list.entries()) expect(found[index]?.[rank]).toBe(one);
      }
    }
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
});
