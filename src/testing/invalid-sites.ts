import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProblemCode } from "../problems/problem.ts";
import { projectFolder, temporaryFolder } from "./files.ts";
import { pngOf, samplePng } from "./samples.ts";

/**
 * One small site per code of problem, each wrong in one way: `invalid/<code>/content/` with the
 * problem it must give in `expected.txt`, or, where git or an editor would spoil the file, made by
 * `made` below.
 */
export const invalid = join(projectFolder, "src/testing/invalid");

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
export const made: Partial<Record<ProblemCode, [place: string, add: (folder: string) => void]>> = {
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
    `${file}:4:1`,
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
export function siteOf(code: ProblemCode): { folder: string; expected: string } {
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
