import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, languages } from "../messages/index.ts";
import { explain, type Problem, type ProblemCode } from "../problems/problem.ts";
import { loadSite } from "../site/load.ts";
import { projectFolder, temporaryFolder } from "./files.ts";
import { pngOf, samplePng } from "./samples.ts";

/**
 * One small site per code of the catalogue, each wrong in one way: `invalid/<code>/content/` with
 * the problem it must give in `expected.txt`, or, where git or an editor would spoil the file, made
 * by `made` below.
 */
const invalid = join(projectFolder, "src/testing/invalid");
const codes = Object.keys(catalogue("zh-Hans").problems) as ProblemCode[];

const article = "---\ntitle: 兴县见闻\ndate: 2017-07-07 10:34\n---\n正文。\n";
const file = "news/2017/a.md";
const longName = `news/2017/${"晋".repeat(67)}.md`;

const put = (path: string, content: string | Buffer) => (folder: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

const link = (path: string, target: string) => (folder: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
};

/** Sites that are made for the test: what to add to a right one, and the place of the problem. */
const made: Partial<Record<ProblemCode, [place: string, add: (folder: string) => void]>> = {
  "file-symlink": [`${file}:1:1`, link(file, "/etc/passwd")],
  "file-name-long": [`${longName}:1:1`, put(longName, article)],
  "file-large": [`${file}:1:1`, put(file, article + "字".repeat(350_000))],
  // Each note is read with all that were found before it.
  "article-slow": [`${file}:1:1`, put(file, article + "^[注]".repeat(140_000))],
  // 晋绥 in GBK.
  encoding: [`${file}:2:8`, put(file, Buffer.from("---\ntitle: \xbd\xfa\xcb\xe7\n", "latin1"))],
  "byte-order-mark": [`${file}:1:1`, put(file, `\uFEFF\uFEFF${article}`)],
  "control-character": [`${file}:5:2`, put(file, article.replace("正文", "正\u000B文"))],
  // Raw in the source; here as escapes, so that who reads this sees them.
  "bidi-character": [`${file}:5:3`, put(file, article.replace("正文", "正文\u202E"))],
  "invisible-character": [`${file}:2:10`, put(file, article.replace("兴县", "兴县\u200B"))],
  "front-matter-large": [
    `${file}:1:1`,
    put(file, article.replace("---\n正", `summary: ${"字".repeat(17_000)}\n---\n正`)),
  ],
  // No article shows it.
  "asset-large": [
    "news/2017/map.png:1:1",
    put("news/2017/map.png", Buffer.concat([samplePng, Buffer.alloc(20 * 1024 * 1024)])),
  ],
  "image-pixels": [
    `${file}:6:5`,
    (folder) => {
      put(file, `${article}![](map.png)\n![地图](map.png)`)(folder);
      put("news/2017/map.png", pngOf(16_000, 16_000))(folder);
    },
  ],
};

/** The content folder of a code, and the lines that its problems must be. */
function siteOf(code: ProblemCode): { folder: string; expected: string } {
  const recipe = made[code];
  if (!recipe) {
    const expected = readFileSync(join(invalid, code, "expected.txt"), "utf8");
    return { folder: join(invalid, code, "content"), expected };
  }
  const [place, add] = recipe;
  const folder = temporaryFolder();
  put("site.yaml", readFileSync(join(invalid, "yaml-tab/content/site.yaml")))(folder);
  add(folder);
  return { folder, expected: `${place} ${code}\n` };
}

async function problemsOf(folder: string): Promise<Problem[]> {
  const { problems } = await loadSite({ folder, now: Date.UTC(2018, 0, 1) });
  return problems;
}

test("every code of the catalogue has a site, and every site a code", () => {
  const kept = readdirSync(invalid).filter((name) => existsSync(join(invalid, name, "content")));
  expect([...kept, ...Object.keys(made)].sort()).toEqual([...codes].sort());
});

describe.each(codes)("%s", (code) => {
  test("its site has this problem alone, at its place, explained in every language", async () => {
    const { folder, expected } = siteOf(code);
    const problems = await problemsOf(folder);
    const told = problems.map((found) => {
      return `${found.file}:${found.line}:${found.column} ${found.code}\n`;
    });
    expect(told.join("")).toBe(expected);
    for (const language of languages) {
      for (const text of problems.flatMap((found) => textsOf(found, language))) {
        expect(text).not.toMatch(/undefined|\[object|NaN|^\s*$/);
        if (language === "zh-Hans") expect(halfWidth(text)).toEqual([]);
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
