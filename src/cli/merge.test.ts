import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { build } from "../build/build.ts";
import { lock } from "../build/lock.ts";
import { merge } from "../build/merge.ts";
import { realPathOf } from "../build/real-path.ts";
import type { ShardsError } from "../build/shards.ts";
import { catalogue, languages } from "../messages/index.ts";
import { copySite, projectFolder, runScript, treeOf } from "../testing/files.ts";
import { faultLines } from "./merge.ts";

const now = ["--now", "2026-01-01"];

function buildShare(folder: string, out: string, index: number, count: number) {
  const moment = Date.parse("2026-01-01T00:00:00+08:00");
  return build({ folder, out, now: moment, configure, share: { index, count } });
}

/** A site whose shards are built, in `s1` and so on. */
async function shardsOf(count: number, language = "zh-Hans") {
  const content = copySite("basic");
  const site = join(content, "site.yaml");
  writeFileSync(site, `lang: ${language}\n${readFileSync(site, "utf8")}`);
  const at = (name: string) => join(dirname(content), name);
  const folders: string[] = [];
  for (let index = 1; index <= count; index++) {
    await buildShare(content, at(`s${index}`), index, count);
    folders.push(at(`s${index}`));
  }
  const run = (...args: string[]) => runScript("build", ["--content", content, ...args]);
  return { at, folders, run };
}

describe("npm run build -- --shard", () => {
  test("builds a share into a folder of its own, and says so", () => {
    const content = copySite("basic");
    const usual = join(projectFolder, "dist.shard-901-of-999");
    try {
      const args = ["--content", content, "--shard", "901/999", ...now];
      const { status, stdout, stderr } = runScript("build", args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(/^网站已生成：dist\.shard-901-of-999 {2}\d 个页面/);
      expect(stdout).toContain("这是网站的一部分：第 901 份，共 999 份。");
      expect(stdout).toContain("暂不发布的有 2 篇：");
      expect(stdout).not.toContain("文章：");
      expect(existsSync(join(usual, ".manifest.json"))).toBe(true);
    } finally {
      rmSync(usual, { recursive: true, force: true });
    }
  });

  test.each([
    ["a share that is none", ["--shard", "5/4"], "--shard 后面的“5/4”不对。"],
    ["a share without its number", ["--shard", "2"], "请写成“第几份/共几份”，如 2/4"],
    ["an empty share", ["--shard", ""], "--shard 后面的“”不对。"],
    ["--shard without a value", ["--shard"], "选项 --shard 后面要写一个值"],
    ["folders without --merge", ["--shard", "1/2", "a"], "不认识“a”"],
    ["--merge without folders", ["--merge"], "--merge 后面要写各份的文件夹"],
    ["both", ["--merge", "a", "--shard", "1/2"], "不能和 --shard 一起用"],
    ["--merge with --now", ["--merge", "a", ...now], "不能和 --now 一起用"],
    ["--merge with --jobs", ["--merge", "a", "--jobs", "2"], "不能和 --jobs 一起用"],
    ["--merge with --clean", ["--merge", "a", "--clean"], "不能和 --clean 一起用"],
    ["--merge into a shard", ["--merge", "a/b", "--out", "a"], "与要合的文件夹 a/b 互相包含"],
    ["--merge inside a shard", ["--merge", "a", "--out", "a/b"], "与要合的文件夹 a 互相包含"],
    ["--merge into the working folder", ["--merge", "/a", "--out", "."], "正在工作的文件夹"],
    ["--merge into the content", ["--merge", "a", "--out", "content/a"], "互相包含"],
    ["--merge into a file", ["--merge", "a", "--out", "package.json"], "这里已有一个文件"],
  ])("refuses %s", (_, args, message) => {
    const { status, stdout, stderr } = runScript("build", args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).not.toContain("    at ");
  });
});

describe("npm run build -- --merge", () => {
  test("ends with the summary of a build, and makes its site", async () => {
    const { at, folders, run } = await shardsOf(2);
    const whole = run("--out", at("whole"), ...now).stdout.split("\n");
    const { status, stdout, stderr } = run("--out", at("joined"), "--merge", ...folders);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trim().split("\n");
    const told = (line = "") => line.replace(/whole|joined/, "").replace(/[\d.]+ 秒/, "");
    expect(lines.map(told)).toEqual(whole.slice(0, 2).map(told));
    expect(lines[0]).toMatch(/^网站已生成：.*22 个页面，2 个图片和附件/);
    expect(treeOf(at("joined"))).toEqual(treeOf(at("whole")));
    expect(run("--out", at("joined"), "--merge", ...folders).stdout).toContain("没有改动任何文件");
  });

  test.each([
    ["zh-Hans", /^缺第 2 份（共 2 份）。.*\n没有生成网站，\S+joined 保持原样。\n$/],
    ["en", /^missing shard 2 of 2\. .*\nnothing was built and \S+joined is as it was\.\n$/],
  ])("tells in %s what does not fit, and that the site is as it was", async (language, told) => {
    const { at, folders, run } = await shardsOf(2, language);
    await merge({ folders, out: at("joined") });
    const before = treeOf(at("joined"));
    const { status, stdout, stderr } = run("--out", at("joined"), "--merge", at("s1"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(told);
    expect(treeOf(at("joined"))).toEqual(before);
  });

  test("waits for nobody, and names the folder that is in use", async () => {
    const { at, folders, run } = await shardsOf(1);
    const unlock = await lock(realPathOf(at("s1")));
    const { status, stderr } = run("--out", at("joined"), "--merge", ...folders);
    unlock();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^另一个生成网站的程序正在写 \S+s1。.*\n没有生成网站，\S+joined 保持原样。\n$/,
    );
  });
});

describe("what does not fit is told", () => {
  type Sentences = readonly [chinese: RegExp, english: RegExp];
  const cases: [string, (at: (name: string) => string) => unknown, string[], Sentences][] = [
    [
      "a shard that is missing",
      () => {},
      ["s1", "s3"],
      [
        /^缺第 2 份（共 3 份）。请用 --shard 2\/3 生成，再把文件夹写在 --merge 后面。$/,
        /^missing shard 2 of 3\. Build it \(--shard 2\/3\) and name the folder after --merge\.$/,
      ],
    ],
    [
      "several",
      () => {},
      ["s1"],
      [
        /^缺第 2、3 份（共 3 份）。请用 --shard 2\/3 等生成，/,
        /^missing shards 2, 3 of 3\. Build them \(--shard 2\/3 and so on\) /,
      ],
    ],
    [
      "one that is there twice",
      () => {},
      ["s1", "s2", "s2", "s3"],
      [
        /^第 2 份写了不止一个文件夹：\S+s2、\S+s2。请只留一个。$/,
        /^there is more than one folder of shard 2: \S+s2, \S+s2\. Leave one only\.$/,
      ],
    ],
    [
      "a folder of other things",
      () => {},
      ["s1", "content"],
      [
        /content 不是用 --shard 生成的一份：里面没有清单 \.manifest\.json/,
        /content was not built with --shard: it has no list of files/,
      ],
    ],
    [
      "a folder that is not there",
      () => {},
      ["nowhere"],
      [/^没有 \S+nowhere 这个文件夹。/, /^there is no folder \S+nowhere\./],
    ],
    [
      "a whole site",
      (at) => merge({ folders: ["s1", "s2", "s3"].map(at), out: at("whole") }),
      ["s1", "s2", "whole"],
      [/whole 里是整个网站，不是/, /whole holds a whole site and no shard\./],
    ],
    [
      "shards of another number",
      (at) => buildShare(at("content"), at("other"), 2, 4),
      ["s1", "other"],
      [
        /s1 是共 3 份里的第 1 份，\S+other 却是共 4 份里的第 2 份，合不起来。/,
        /s1 is shard 1 of 3 and \S+other is shard 2 of 4: they don't fit together/,
      ],
    ],
    [
      "shards of different contents",
      (at) => {
        const article = join(at("content"), "news/2017/0707-first.md");
        writeFileSync(article, readFileSync(article, "utf8").replace("正文第一段", "改过的一段"));
        return buildShare(at("content"), at("other"), 2, 3);
      },
      ["s1", "other", "s3"],
      [
        /s1（第 1 份）和 \S+other（第 2 份）不是同一个网站的/,
        /s1 \(shard 1\) and \S+other \(shard 2\) are not of the same site/,
      ],
    ],
    [
      "a file that was deleted",
      (at) => rmSync(join(at("s2"), "about.html")),
      ["s1", "s2", "s3"],
      [
        /s2\/about\.html 和生成的时候不一样.*请用 --shard 2\/3 重新生成这一份。$/,
        /s2\/about\.html is not as it was built.* with --shard 2\/3\.$/,
      ],
    ],
  ];
  test.each(cases)("%s", async (_, spoil, names, sentences) => {
    const { at } = await shardsOf(3);
    await spoil(at);
    const options = { folders: names.map(at), out: at("joined") };
    const error = await merge(options).catch((reason: unknown) => reason);
    for (const [index, language] of languages.entries()) {
      const { shards } = catalogue(language).commands.build;
      const lines = faultLines((error as ShardsError).faults, shards);
      expect(lines.join("\n")).toMatch(sentences[index] ?? /^$/);
    }
  });

  test.each(languages)("in %s, also what only an altered list can bring about", (language) => {
    const { shards } = catalogue(language).commands.build;
    const lines = faultLines(
      [
        { kind: "fileTwice", file: "a.html", folders: ["s1", "s2"] },
        { kind: "altered" },
        { kind: "missing", indexes: Array.from({ length: 29 }, (_, at) => at + 2), count: 30 },
      ],
      shards,
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/a\.html.*s1.*s2|s1.*s2.*a\.html/);
    expect(lines[1]).toContain(".manifest.json");
    expect(lines[2]).toContain("11");
    expect(lines[2]).not.toContain("12");
  });

  test("for ten files, and then how many more there are", () => {
    const faults = Array.from({ length: 25 }, () => ({ kind: "altered" as const }));
    const { shards } = catalogue("zh-Hans").commands.build;
    expect(faultLines(faults, shards)).toHaveLength(11);
    expect(faultLines(faults, shards).at(-1)).toBe("还有 15 处这样的问题。");
  });
});
