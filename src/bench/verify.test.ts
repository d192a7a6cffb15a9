import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/files.ts";
import { makeArticle } from "./articles.ts";
import { jinsui } from "./generators/jinsui.ts";
import { columnIds, site } from "./site.ts";
import { type Expected, findMissing } from "./verify.ts";

const count = 20;
const articles = Array.from({ length: count }, (_, index) => makeArticle(index, count, 7));
const sample = {
  ...makeArticle(10, count, 7),
  body: "第一段**加重**，见[目录](https://a.example)。",
};
const newest = makeArticle(count - 1, count, 7);
const address = (article: typeof sample) =>
  `${article.column}/${article.year}/${article.slug}.html`;

/** An output of ours that holds the least of what it must. */
function makeOutput(): string {
  const folder = temporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const article of articles) write(address(article), "");
  const latest = `<aside>${`<li>${newest.title}</li>`.repeat(10)}</aside>`;
  const { title, editor } = sample;
  write(
    address(sample),
    `<h1>${title}</h1><p>第一段<strong>加重</strong>，见<a href="https://a.example">目录</a>。</p>${editor}${latest}${site.footer.icp}`,
  );
  for (const path of ["index.html", "feed.xml", ...columnIds.map((id) => `${id}/index.html`)]) {
    write(path, `${site.title} ${newest.title}`);
  }
  for (const id of columnIds) write(`${id}/page-1.html`, "");
  write(`archive/${sample.date.slice(0, 7)}.html`, title);
  write(`sitemap/${sample.date.slice(0, 7)}.xml`, `<loc>${site.url}/${address(sample)}</loc>`);
  return folder;
}

const expected: Expected = { articles: count, sample, newest };

describe("the floor below which no output counts", () => {
  test("is kept by a whole one", () => {
    expect(findMissing(makeOutput(), jinsui, expected)).toBeUndefined();
  });

  test.each([
    { path: address(articles[5] ?? sample), says: "19 article pages instead of 20" },
    { path: "index.html", says: `“${site.title}” is missing in index.html` },
    { path: "feed.xml", says: `“${site.title}” is missing in feed.xml` },
    {
      path: `${newest.column}/index.html`,
      says: `“${site.title}” is missing in ${newest.column}/index.html`,
    },
    {
      path: `archive/${sample.date.slice(0, 7)}.html`,
      says: `“${sample.title}” is missing in archive/${sample.date.slice(0, 7)}.html`,
    },
    {
      path: `sitemap/${sample.date.slice(0, 7)}.xml`,
      says: `${address(sample)} is in no sitemap`,
    },
  ])("misses $path", ({ path, says }) => {
    const folder = makeOutput();
    rmSync(join(folder, path));
    expect(findMissing(folder, jinsui, expected)).toBe(says);
  });

  test.each([
    { what: "the title", text: sample.title },
    { what: "the text", text: "<p>第一段" },
    { what: "the footer", text: site.footer.icp },
    { what: "the newest article", text: newest.title },
    { what: "one of the latest", text: "<li>" },
  ])("misses $what on the page of an article", ({ text }) => {
    const folder = makeOutput();
    const file = join(folder, address(sample));
    const page = readFileSync(file, "utf8");
    expect(page).toContain(text);
    const less = text === "<li>" ? page.replace(text, "") : page.replaceAll(text, "");
    writeFileSync(file, less);
    expect(findMissing(folder, jinsui, expected)).toContain(address(sample));
  });

  test("misses lists", () => {
    const folder = makeOutput();
    for (const id of columnIds) {
      rmSync(join(folder, id, "page-1.html"));
      rmSync(join(folder, id, "index.html"));
    }
    const several = [...articles, ...articles, ...articles].map((article, index) => ({
      ...article,
      column: "news",
      slug: `${index}`,
    }));
    for (const article of several) {
      mkdirSync(dirname(join(folder, address(article))), { recursive: true });
      writeFileSync(join(folder, address(article)), "");
    }
    const all = { ...expected, articles: count + several.length };
    expect(findMissing(folder, jinsui, all)).toMatch(/^0 lists of news instead of 2 at least$/);
  });
});
