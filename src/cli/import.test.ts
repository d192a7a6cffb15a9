import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const site = `title: 河东文化基金会
url: https://www.example.org
columns:
  - id: news
    title: 动态
`;
const page = `- 河边的老槐树(06月21日)
- 春耕(05月28日)
河东“三件事” 修渠引水
发布日期:2017-07-07 10:34 来源:河东日报 作者:林一、林二
去年冬天,村里开始**修渠**。
先把路修通
路通了,料才运得上来。
本站编辑:林四
主办:河东文化基金会 晋ICP备00000000号-1
Copyright Hedong Foundation for Culture. ALL Rights Reserved
`;
const path = "content/news/2017/0707-he-dong-san-jian-shi-xiu-qu-yin-shui.md";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
  write("content/site.yaml", site);
  write("page.txt", page);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = [join(root, "scripts/start.js"), "import", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("a page becomes an article, and all that was left out is told", () => {
  expect(run("page.txt")).toEqual({
    status: 0,
    stderr: "",
    stdout: `${path}
  标题：河东“三件事” 修渠引水
  发布日期：2017-07-07 10:34
  来源：河东日报
  作者：林一、林二
  本站编辑：林四
  正文：2 段，1 个小标题：
    先把路修通
  略去上方列表 2 行：
    - 河边的老槐树(06月21日)
    - 春耕(05月28日)
  略去页脚 2 行：
    主办:河东文化基金会 晋ICP备00000000号-1
    Copyright Hedong Foundation for Culture.…
`,
  });
  expect(readFileSync(join(folder, path), "utf8")).toBe(`---
title: 河东“三件事” 修渠引水
date: 2017-07-07 10:34
source: 河东日报
author: 林一、林二
editor: 林四
---

去年冬天,村里开始\\**修渠**。

## 先把路修通

路通了,料才运得上来。
`);
});

test("an article that is there is not overwritten", () => {
  write(path, "旧稿");
  const { status, stdout, stderr } = run("page.txt");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(`page.txt：已经有 ${path}`);
  expect(readFileSync(join(folder, path), "utf8")).toBe("旧稿");
});

test("one bad file of several, and nothing is written; all that is wrong is told", () => {
  write("gbk.txt", Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x0a]));
  write("bom.txt", `\ufeff\ufeff${page}`);
  write("head.txt", "题目\n第一段。\n");
  write("title.txt", "发布日期:2017-07-07\n第一段。\n");
  write("date.txt", "题目\n发布日期:昨天\n第一段。\n");
  write("day.txt", "题目\n发布日期:2017-02-30\n第一段。\n");
  write("long.txt", `${"长".repeat(121)}\n发布日期:2017-02-03\n第一段。\n`);
  const bad = ["gbk", "bom", "head", "title", "date", "day", "long"].map((name) => `${name}.txt`);
  const { status, stdout, stderr } = run("page.txt", ...bad, "none.txt");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  for (const sentence of [
    /^gbk\.txt\n {2}1:1 .*GBK/m,
    /^bom\.txt\n {2}1:1 .*BOM/m,
    /^head\.txt：没有找到写着发布日期的一行/m,
    /^title\.txt：没有找到标题。“发布日期:2017-07-07”/m,
    /^date\.txt：没有找到发布日期。“发布日期:昨天”/m,
    /^day\.txt：.*2017-02-30/m,
    /^long\.txt：.*120/m,
    /^none\.txt：读不了/m,
    /^没有写入任何文章。$/m,
  ]) {
    expect(stderr).toMatch(sentence);
  }
  expect(readdirSync(join(folder, "content"))).toEqual(["site.yaml"]);
});

test("two pages that would become one file are refused", () => {
  write("other.txt", page.replace("去年冬天", "今年春天"));
  const { status, stderr } = run("page.txt", "other.txt");
  expect(status).toBe(1);
  expect(stderr).toContain(`page.txt、other.txt：会变成同一个文件 ${path}`);
  expect(readdirSync(join(folder, "content"))).toEqual(["site.yaml"]);
});

test("where one article can't be written, those before it are taken back", () => {
  write("other.txt", "水到河东\n日期:2018.1.2\n水在五月到了。\n");
  mkdirSync(join(folder, "content/news/2018"), { recursive: true });
  // A link that leads nowhere looks like no file, until it is written to.
  symlinkSync("../nowhere.md", join(folder, "content/news/2018/0102-shui-dao-he-dong.md"));
  const { status, stdout, stderr } = run("page.txt", "other.txt");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("other.txt：已经有 content/news/2018/0102-shui-dao-he-dong.md");
  expect(readdirSync(join(folder, "content/news/2017"))).toEqual([]);
  expect(readdirSync(join(folder, "content/news"))).toEqual(["2017", "2018"]);
});

test.each([
  ["a column", "content/news", "content/news"],
  ["a year", "content/news/2017", "content/news/2017"],
  ["the description of the site", "content/site.yaml", "content/site.yaml"],
])("nothing is read or written where %s is a link", (_, link, told) => {
  mkdirSync(join(folder, "content/news"));
  mkdirSync(join(folder, "elsewhere"));
  const target = link.endsWith(".yaml") ? join(folder, "site.yaml") : join(folder, "elsewhere");
  if (link.endsWith(".yaml")) write("site.yaml", site);
  rmSync(join(folder, link), { recursive: true, force: true });
  symlinkSync(target, join(folder, link));
  const { status, stdout, stderr } = run("page.txt");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(told);
  expect(stderr).toContain("符号链接");
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
});

test("several pages become several articles, in the column that was asked for", () => {
  write("site/site.yaml", `lang: en\n${site}  - id: culture\n    title: 文化\n`);
  write("other.txt", "水到河东\n日期:2018.1.2\n水在五月到了。\n");
  const { status, stdout } = run(
    "page.txt",
    "other.txt",
    "--content",
    "./site/",
    "--column=culture",
  );
  expect(status).toBe(0);
  expect(stdout.split("\n")).toContain(
    "site/culture/2017/0707-he-dong-san-jian-shi-xiu-qu-yin-shui.md",
  );
  expect(stdout).toContain(`
site/culture/2018/0102-shui-dao-he-dong.md
  title: 水到河东
  date: 2018-01-02
  source: (not found)
  author: (not found)
  editor: (not found)
  text: 1 paragraph(s), 0 subheading(s)
`);
});

test("which column and which file must be clear, and site.yaml in order", () => {
  const failsWith = (sentence: string, ...args: string[]) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(sentence);
  };
  failsWith("没有写要导入的文件");
  failsWith("没有“old”这个栏目。可用的栏目有：news。", "page.txt", "--column", "old");
  write("content/site.yaml", `${site}  - id: culture\n    title: 文化\n`);
  failsWith("可用的栏目有：news、culture。", "page.txt");
  write("content/site.yaml", "title: 河东文化基金会\n");
  failsWith("content/site.yaml\n  1:1 ", "page.txt");
  rmSync(join(folder, "content/site.yaml"));
  failsWith("content/site.yaml\n  1:1 ", "page.txt");
});
