import { expect, test } from "vitest";
import { reservedColumns } from "../src/content/schema.ts";
import { fileAt, makeArticle, makeSite, makeStandingPage } from "../src/testing/articles.ts";
import { all, textOf } from "../src/testing/html.ts";
import { parseXml } from "../src/testing/xml.ts";
import { sitemap } from "./sitemap.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const site = makeSite({
  articles: [makeArticle({ slug: "a'&b", date: "2017-07-07 10:34" })],
  standingPages: [makeStandingPage()],
});

/** The root of a sitemap, and for each of its entries the names and texts of what is in it. */
function read(xml: string) {
  const root = parseXml(xml);
  const entries = root.children.map((child) => {
    if (typeof child === "string") throw new Error(`There is text: ${child}`);
    return [child.name, ...all(child).map((inner) => [inner.name, textOf(inner)])];
  });
  return { name: root.name, namespace: root.namespace, entries };
}

test("the index has the namespace and every shard with its last change", () => {
  expect(read(fileAt(site, "/sitemap.xml"))).toEqual({
    name: "sitemapindex",
    namespace,
    entries: [
      ["sitemap", ["loc", "https://www.example.org/sitemap/pages.xml"]],
      [
        "sitemap",
        ["loc", "https://www.example.org/sitemap/2017-07.xml"],
        ["lastmod", "2017-07-07T10:34:00+08:00"],
      ],
    ],
  });
});

test("a shard has the namespace and every page with its last change", () => {
  expect(read(fileAt(site, "/sitemap/2017-07.xml"))).toEqual({
    name: "urlset",
    namespace,
    entries: [
      [
        "url",
        ["loc", "https://www.example.org/news/2017/a'%26b.html"],
        ["lastmod", "2017-07-07T10:34:00+08:00"],
      ],
      ["url", ["loc", "https://www.example.org/archive/2017-07.html"]],
    ],
  });
});

test("the shard of other pages can be no column and no month", () => {
  expect(fileAt(site, "/sitemap/pages.xml")).toContain("/about.html");
  expect(reservedColumns).toContain("sitemap");
});

test("50,000 of the longest addresses there can be stay below 50 MiB, and none reaches 2,048", () => {
  // A domain of 253 characters (RFC 1035), a column of 40, a file name of 200 bytes all encoded.
  const address = `https://${"a".repeat(253)}/${"b".repeat(40)}/2017/${"%E6".repeat(200)}.html`;
  expect(address.length).toBeLessThan(2048);
  const entry = { address, updated: "2017-07-07T10:34:00+08:00" };
  const xml = sitemap({ entries: Array(50_000).fill(entry) });
  expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024);
  expect(Buffer.byteLength(xml)).toBeGreaterThan(45 * 1024 * 1024);
});

test("robots may read everything and are told of the sitemap", () => {
  expect(fileAt(site, "/robots.txt")).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://www.example.org/sitemap.xml\n",
  );
});
