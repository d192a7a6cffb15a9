import { describe, expect, test } from "vitest";
import { languages } from "../messages/index.ts";
import { examples } from "./examples.ts";
import { explainCode, problemReference } from "./explain.ts";
import { explanations } from "./explanations/index.ts";
import { problemCodes } from "./levels.ts";

// `npm test -- --update` writes these files anew after a change to explanations or examples.
test.each([
  ["docs/problems.md", "en"],
  ["docs/problems.zh-CN.md", "zh-Hans"],
] as const)("%s says what the program says", async (file, language) => {
  await expect(`${problemReference(language)}\n`).toMatchFileSnapshot(`../../${file}`);
});

test("a page for the terminal", () => {
  expect(explainCode("yaml-colon", "en")).toMatch(
    /^yaml-colon \(error\): “…” must be followed by a half-width colon and a space\n\nThe level can't be changed: .+\n\nEach line /,
  );
  expect(explainCode("control-character", "zh-Hans").split("\n\n").slice(-5)).toEqual([
    "错误的写法（正文里）：",
    "    七月，我们<U+000B>到了兴县。",
    "正确的写法（正文里）：",
    "    七月，我们到了兴县。",
    "（<U+000B> 代表一个看不见的字符。）",
  ]);
  expect(explainCode("asset-unused", "zh-Hans")).toContain("里改成 error（错误）。");
});

describe.each(languages)("%s", (language) => {
  test.each(problemCodes)("%s has a page of a few sentences, with no gap in it", (code) => {
    const page = explainCode(code, language);
    expect(page).not.toMatch(/undefined|\[object|NaN/);
    const sentences = explanations[language][code].match(/[。.](?:\s|$)|。|[.。]”/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(6);
    const { wrong, right } = examples[code];
    for (const side of [wrong, right]) {
      const text = typeof side === "string" ? side : side[language].slice(0, 10);
      expect(page).toContain(`    ${text.split("\n")[0]}`);
    }
  });

  test("each code has a section, and is in the contents once", () => {
    const reference = problemReference(language);
    const sections = Array.from(reference.matchAll(/^## ([a-z-]+)$/gm), ([, code]) => code);
    expect(sections.toSorted()).toEqual(problemCodes.toSorted());
    const listed = Array.from(reference.matchAll(/\]\(#([a-z-]+)\)/g), ([, code]) => code);
    expect(listed).toEqual(sections);
  });
});
