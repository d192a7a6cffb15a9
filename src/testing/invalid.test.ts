import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, languages } from "../messages/index.ts";
import { problemCodes } from "../problems/levels.ts";
import { explain, type Problem } from "../problems/problem.ts";
import { loadSite } from "../site/load.ts";
import { invalid, made, siteOf } from "./invalid-sites.ts";

async function problemsOf(folder: string): Promise<Problem[]> {
  const { problems } = await loadSite({ folder, now: Date.UTC(2018, 0, 1) });
  return problems;
}

test("every code has a site, and every site a code", () => {
  const kept = readdirSync(invalid).filter((name) => existsSync(join(invalid, name, "content")));
  expect([...kept, ...Object.keys(made)].sort()).toEqual([...problemCodes].sort());
});

describe.each(problemCodes)("%s", (code) => {
  test("its site has this problem alone, at its place, explained in every language", async () => {
    const { folder, expected } = siteOf(code);
    const problems = await problemsOf(folder);
    const told = problems.map((found) => {
      return `${found.file}:${found.line}:${found.column} ${found.code}\n`;
    });
    expect(told.join("")).toBe(expected);
    const [found] = problems;
    const { message, hint } = explain(found as Problem, catalogue("zh-Hans"));
    // What the word means is said where a message has it first.
    expect(/文件头.?/.exec(message + hint)?.[0] ?? "文件头（").toBe("文件头（");
    for (const language of languages) {
      for (const text of problems.flatMap((found) => textsOf(found, language))) {
        expect(text).not.toMatch(/undefined|\[object|NaN|^\s*$/);
        if (language === "zh-Hans") expect(halfWidth(text)).toEqual([]);
        expect(text).not.toMatch(/锚点|类型标记|MiB|KiB|anchor|alias \(/);
      }
    }
  });
});

function textsOf(found: Problem, language: (typeof languages)[number]): string[] {
  const { message, hint } = explain(found, catalogue(language));
  return [message, hint];
}

/** Half-width punctuation beside Han characters (GB/T 15834-2011); “a: 甲” and “[甲, 乙]” are YAML. */
function halfWidth(text: string): string[] {
  const wrong = /\p{Script=Han}(?:[,;?!](?! )|\(|:\p{Script=Han})|[,;?!)]\p{Script=Han}/gu;
  return text.match(wrong) ?? [];
}

test.each([
  ["好,的", 1],
  ["好:的", 1],
  ["好(a),的", 2],
  ["好，的；（a）：的？", 0],
  ["a: 甲, [甲, 乙]", 0],
])("half-width punctuation in %s: %i", (text, count) => {
  expect(halfWidth(text)).toHaveLength(count);
});
