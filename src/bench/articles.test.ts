import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSite } from "../site/load.ts";
import { temporaryFolder } from "../testing/files.ts";
import { editArticle, editOf, makeArticle, makeArticles, makeNewest } from "./articles.ts";
import { jinsui } from "./generators/jinsui.ts";

describe("generated articles", () => {
  test("are the same for the same seed, in whatever order they are made, and others for another", () => {
    const all = [...makeArticles(40, 7)];
    expect([...makeArticles(40, 7)]).toEqual(all);
    expect(makeArticle(23, 40, 7)).toEqual(all[23]);
    expect(makeArticle(23, 40, 8).body).not.toBe(all[23]?.body);
    expect(new Set(all.map(({ body }) => body)).size).toBe(40);
  });

  test("have the length and the parts of real ones", () => {
    const bodies = [...makeArticles(300, 7)].map(({ body }) => body);
    const lengths = bodies.map((body) => body.length);
    expect(Math.min(...lengths)).toBeGreaterThan(600);
    expect(Math.max(...lengths)).toBeLessThan(3600);
    expect(Math.max(...lengths)).toBeGreaterThan(2400);
    const having = (part: RegExp) => bodies.filter((body) => part.test(body)).length;
    expect(having(/^## /m)).toBe(300);
    for (const part of [/^- /m, /^1\. /m, /\*\*/, /\]\(https:/]) {
      expect(having(part)).toBeGreaterThan(50);
    }
    expect(having(/^\| --- /m)).toBeGreaterThan(20);
    expect(bodies.join()).not.toMatch(/[{}]/);
  });

  test("go from the oldest day to the newest, each at its own address", () => {
    const all = [...makeArticles(50, 7)];
    const days = all.map(({ date }) => date.slice(0, 10));
    expect(days).toEqual([...days].sort());
    expect(days[0]).toBe("2005-01-01");
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(50);
    expect(new Set(all.map(({ column }) => column)).size).toBe(5);
  });

  test("that are added are newer than all others, also of a large site", () => {
    const last = makeArticle(99_999, 100_000, 7);
    const added = [100_000, 100_001].map((number) => makeNewest(number, 100_000, 7));
    expect([last, ...added].map(({ date }) => date.slice(0, 10))).toEqual([
      "2024-12-26",
      "2024-12-27",
      "2024-12-28",
    ]);
    expect(new Set([last, ...added].map(({ slug }) => slug)).size).toBe(3);
  });

  test("an edit adds a sentence that tells it from other edits, and keeps the rest", () => {
    const article = makeArticle(3, 50, 7);
    const edited = editArticle(article, 2);
    expect(edited).toEqual({ ...article, body: `${editOf(2)}\n\n${article.body}` });
    expect(editOf(2)).not.toBe(editOf(3));
  });

  test("are without a problem in a site of ours, new and edited ones too", async () => {
    const folder = temporaryFolder();
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [path, text] of Object.entries(jinsui.files ?? {})) write(path, text);
    const all = [...makeArticles(60, 7), editArticle(makeNewest(60, 60, 7), 1)];
    for (const article of all) write(jinsui.articlePath(article), jinsui.articleText(article));
    const now = Date.UTC(2026, 0, 1);
    const { site, problems } = await loadSite({ folder: join(folder, "content"), now });
    expect(problems).toEqual([]);
    expect(site?.articles).toHaveLength(61);
    expect(site?.articles[0]?.title).toBe(all.at(-1)?.title);
  });
});
