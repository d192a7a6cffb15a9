import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeScripts } from "../src/build/scripts.ts";
import { htmlPagesOf, render, sampleSite, scripts } from "../src/testing/articles.ts";
import { all, one, parseHtml, textOf } from "../src/testing/html.ts";

test("the policy in the documentation allows the script by the hash that it has", () => {
  const hash = createHash("sha256").update(makeScripts().early.code).digest("base64");
  const manual = readFileSync(new URL("../docs/content.md", import.meta.url), "utf8");
  expect(manual).toContain(`script-src 'self' 'sha256-${hash}'`);
});

test("it is the only script without a file, and comes before the style sheet", () => {
  for (const page of htmlPagesOf(sampleSite())) {
    const head = all(one(parseHtml(render(page)), "head"));
    const code = head.filter(
      ({ name, attributes }) => name === "script" && !attributes["src"] && !attributes["type"],
    );
    expect(code.map(textOf)).toEqual([scripts.early.code]);
    const sheet = head.findIndex(({ attributes }) => attributes["rel"] === "stylesheet");
    expect(head.indexOf(code[0] as (typeof head)[number])).toBeLessThan(sheet);
  }
});
