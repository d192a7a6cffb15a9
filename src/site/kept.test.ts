import { expect, test } from "vitest";
import { makeArticle, makeStandingPage } from "../testing/articles.ts";
import { bodiesInMemory } from "./bodies.ts";
import { DetailsReader, dataOf, lineOf, nameOf, putTogether, takeApart, withBody } from "./kept.ts";
import type { Article, StandingPage } from "./site.ts";

const plain: Article = makeArticle({ slug: "a", date: "2017-07-07" });
const full: Article = {
  ...makeArticle({ slug: "b", date: "2017-07-07 10:34", updated: "2018-01-01", aliases: ["/b"] }),
  source: { name: "兴县先锋", url: "https://example.org/" },
  author: ["康候瑞"],
  editor: "杜瑞",
  summary: "摘要",
  tags: ["兴县", "教育"],
  pinned: true,
  draft: true,
  expires: makeArticle({ date: "2019-01-01 08:00" }).date,
  correction: "更正",
  withdrawn: "撤稿",
  picture: "news/2017/a.png",
  outline: [{ level: 2, id: "一", text: "一" }],
  excerpt: "开头",
  links: [
    {
      ...{ written: "a.md", image: false, text: "甲", line: 1, column: 1 },
      target: { kind: "file", path: "news/2017/a.md" },
    },
  ],
};
const standing: StandingPage = makeStandingPage({ summary: "摘要" });

/** A document that went through a cache: what is in its row, and its texts. */
function kept<T extends Article | StandingPage>(document: T) {
  const bodies = bodiesInMemory();
  const { head, details } = takeApart(document);
  const asked: string[] = [];
  const get = (name: string) => {
    asked.push(name);
    return bodies.get(name);
  };
  const read = (origin = { path: document.path, hash: "h" }) => {
    const texts = [document.body, bodies.keep(details)] as const;
    const row = JSON.parse(JSON.stringify(head));
    return putTogether(origin, row, texts, new DetailsReader({ get })) as T;
  };
  return { read, asked };
}

test.each([
  ["an article of which only what must be is known", plain],
  ["an article of which all is known", full],
  ["a standing page", standing],
])("%s is the same when it was kept", (_, document) => {
  const { read } = kept(document);
  expect(dataOf(read())).toEqual(document);
  for (const [name, value] of Object.entries(document)) {
    expect(read()[name as keyof typeof document], name).toEqual(value);
  }
});

test("as JSON it is what was kept, so that it can be written again", () => {
  const { read } = kept(full);
  expect(JSON.parse(JSON.stringify(read()))).toEqual(takeApart(full).head);
});

test("details are read when they are asked for, and once for all of them", () => {
  const { read, asked } = kept(full);
  const article = read();
  expect([article.title, article.date.day, article.tags]).toEqual(["b", "2017-07-07", full.tags]);
  expect(asked).toEqual([]);
  expect([article.summary, article.excerpt, article.editor]).toEqual(["摘要", "开头", "杜瑞"]);
  expect(asked).toHaveLength(1);
});

test("its name is that of what it was read from, unless it has another body", () => {
  const { read } = kept(full);
  const article = read();
  expect([nameOf(article), nameOf(full)]).toEqual(["h", undefined]);
  const other = withBody(article, "another");
  expect(dataOf(other)).toEqual({ ...full, body: "another" });
  expect(nameOf(other)).not.toBe(nameOf(article));
  expect(nameOf(withBody(article, "third"))).not.toBe(nameOf(other));
});

test("its line has what lists are made from, the same object each time, and a name of its own", () => {
  const { title, address, column, date, updated, tags, author, source } = full;
  const fields = { title, address, column, date, updated, tags, author, source };
  const article = kept(full).read();
  const line = lineOf(article);
  expect(lineOf(article)).toBe(line);
  expect(lineOf(full)).toBe(lineOf(full));
  expect(lineOf(full)).toEqual(fields);
  expect(lineOf(plain)).toEqual({ title: "a", address: plain.address, column, date: plain.date });
  for (const [field, value] of Object.entries(fields)) {
    expect(line[field as keyof typeof fields], field).toEqual(value);
  }
  expect(nameOf(line)).not.toBe(nameOf(article));
});

test.each([
  ["its text", { body: "another", excerpt: "另文", links: [], draft: false }, true],
  ["its tags", { tags: ["兴县"] }, false],
  ["its authors", { author: ["杜瑞"] }, false],
  ["its source", { source: { name: "兴县先锋" } }, false],
  ["its title", { title: "另题" }, false],
  ["its date", { date: plain.date }, false],
  ["when it was updated", { updated: plain.date }, false],
  ["where it is", { path: "news/2017/c.md" }, false],
])("the name of its line stands for what it has: %s", (_, changed, isSame) => {
  const nameFor = (article: Article) => nameOf(lineOf(kept(article).read()));
  expect(nameFor({ ...full, ...changed }) === nameFor(full)).toBe(isSame);
});
