import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { copySite, runScript, temporaryFolder, treeOf } from "../testing/files.ts";

function build(folder: string, ...more: string[]) {
  const out = join(dirname(folder), "dist");
  return { out, ...runScript("build", ["--content", folder, "--out", out, ...more]) };
}

describe("npm run build", () => {
  test("ends with a summary in the language of the site", () => {
    const { status, stdout, stderr } = build(copySite("basic"), "--now", "2026-01-01");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^网站已生成：.*dist {2}22 个页面，2 个图片和附件，共 \d+ KiB，用时 [\d.]+ 秒$/m,
    );
    expect(stdout).toContain("文章：动态 2 篇，公告 1 篇");
    expect(stdout).toContain("暂不发布的有 2 篇：");
    expect(stdout).toContain("  news/2018/0102-draft.md  草稿（草稿）");
    expect(stdout).toContain("  notice/2018/0301-later.md  预告（定于 2030-01-01 08:00 发布）");
  });

  test("lists the problems of three articles with their places, and leaves the site as it was", () => {
    const folder = copySite("basic");
    const { out } = build(folder);
    const before = treeOf(out);
    const change = (path: string, from: string, to: string) => {
      const text = readFileSync(join(folder, path), "utf8");
      writeFileSync(join(folder, path), text.replace(from, to));
    };
    change("news/2017/0707-first.md", "date: 2017-07-07 10:34", "date: 2017/7/7");
    change("news/2018/0101-second.md", "title: 第二篇", "title：第二篇");
    change("notice/2018/0201-third.md", "最新的一篇。", "最新的[一篇](no-such.md)。");
    const { status, stdout, stderr } = build(folder);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    const problems = stderr.split("\n").filter((line) => /^\S| \[[a-z-]+\]$/.test(line));
    expect(problems.map((line) => line.replace(`${folder}/`, ""))).toEqual([
      "news/2017/0707-first.md",
      "  3:7 错误 “date”的日期“2017/7/7”看不懂 [date-format]",
      "news/2018/0101-second.md",
      "  2:6 错误 “title”后面要用英文输入法的冒号加一个空格 [yaml-colon]",
      "notice/2018/0201-third.md",
      "  10:9 错误 链接的文件“no-such.md”不存在 [link-missing]",
      `3 处错误（3 个文件）。没有生成网站，${out} 保持原样。`,
    ]);
    expect(stderr).toContain("    3 | date: 2017/7/7\n      |       ^\n");
    expect(stderr).toContain("改法：请写成 date: 2017-07-07\n");
    expect(treeOf(out)).toEqual(before);
  });

  test("speaks English on an English site", () => {
    const folder = copySite("basic");
    const site = join(folder, "site.yaml");
    writeFileSync(site, `lang: en\n${readFileSync(site, "utf8")}`);
    expect(build(folder, "--now", "2026-01-01").stdout).toContain("22 pages");
    expect(build(folder, "--help").stdout).toContain("Usage: npm run build");
  });

  test.each([
    ["an unknown option", ["--contnet", "x"], "没有“--contnet”这个选项"],
    ["an option without its value", ["--out"], "选项 --out 后面要写一个值"],
    ["an argument too many", ["x"], "不认识“x”"],
    ["a moment that is none", ["--now", "明天"], "--now 的时刻“明天”看不懂"],
    ["an output folder that is a file", ["--out", "package.json"], "package.json 这里已有一个文件"],
    ["an output folder below a file", ["--out", "package.json/x"], "这里已有一个文件"],
    ["the working folder as output folder", ["--out", ""], "里有正在工作的文件夹"],
    ["a folder above it", ["--out", ".."], "里有正在工作的文件夹"],
    ["the home as output folder", ["--out", homedir()], "您的个人文件夹"],
    ["an output folder inside the content", ["--out", "content/dist"], "互相包含"],
  ])("refuses %s", (_, args, message) => {
    const { status, stderr } = runScript("build", args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(1);
  });

  test("with --profile tells where the time went, and what took longest", () => {
    const folder = copySite("basic");
    const first = build(folder, "--now", "2026-01-01", "--profile");
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/^时间用在：\n( +[\d.]+ ms {2}.+\n){9}\n读得最慢的文章：\n/);
    expect(first.stderr).toMatch(/^ +[\d.]+ ms {2}news\/2017\/0707-first\.md$/m);
    expect(first.stderr).toMatch(/^生成得最慢的页面：\n( +[\d.]+ ms {2}\/.+\n){10}$/m);
  });

  test("refuses to overwrite a file that is not its own", () => {
    const folder = copySite("basic");
    const out = join(dirname(folder), "dist");
    mkdirSync(out);
    writeFileSync(join(out, "index.html"), "mine");
    const { status, stderr } = build(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/dist\/index\.html 不是本系统生成的文件/);
    expect(treeOf(out)).toEqual({ "index.html": Buffer.from("mine").toString("base64") });
  });

  test("says which content folder it could not find", () => {
    const { status, stderr } = build(join(temporaryFolder(), "nowhere"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/找不到内容文件夹 .*nowhere/);
  });
});
