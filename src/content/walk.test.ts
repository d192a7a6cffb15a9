import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Problem } from "../problems/problem.ts";
import { walk } from "./walk.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "walk-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(...paths: string[]) {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
}

function look() {
  const problems: Problem[] = [];
  const files = walk(folder, (found) => problems.push(found));
  return { files, told: problems.map(({ file, code }) => `${file} ${code}`), problems };
}

test("files are listed by what they are, sorted by code units", () => {
  put("site.yaml", "pages/about.md", "pages/徽标.svg.png");
  put("news/2017/兴县.md", "news/2017/b.md", "news/2017/B.md", "news/2017/地图.PNG");
  put("news/2016/年报.pdf", "history/1942/a.md", "images/a.webp");
  expect(look()).toEqual({
    files: {
      hasSite: true,
      refused: [],
      articles: ["history/1942/a.md", "news/2017/B.md", "news/2017/b.md", "news/2017/兴县.md"],
      standingPages: ["pages/about.md"],
      assets: ["images/a.webp", "news/2016/年报.pdf", "news/2017/地图.PNG", "pages/徽标.svg.png"],
    },
    told: [],
    problems: [],
  });
});

test("what systems and office programs leave behind is passed over", () => {
  put(".DS_Store", "news/2017/Thumbs.db", "news/2017/~$年报.docx", ".gitkeep", "desktop.ini");
  const empty = { articles: [], standingPages: [], assets: [], hasSite: false, refused: [] };
  expect(look()).toEqual({ files: empty, told: [], problems: [] });
});

describe("files that do not belong", () => {
  test.each([
    ["a.11tydata.js", "file-unexpected"],
    ["news/2017/a.njk", "file-unexpected"],
    ["news/2017/a.11ty.js", "file-unexpected"],
    ["news/2017/页.html", "file-unexpected"],
    ["news/2017/图.svg", "file-unexpected"],
    ["news/2017/见闻", "file-unexpected"],
    ["site.yml", "file-unexpected"],
    ["news/site.yaml", "file-unexpected"],
    ["见闻.md", "file-misplaced"],
    ["news/见闻.md", "file-misplaced"],
    ["news/17/见闻.md", "file-misplaced"],
    ["news/2017/07/见闻.md", "file-misplaced"],
    ["pages/2017/见闻.md", "file-misplaced"],
    ["地图.png", "file-misplaced"],
  ])("%s: %s", (path, code) => {
    put(path);
    const { files, told } = look();
    expect(told).toEqual([`${path} ${code}`]);
    expect([...files.articles, ...files.standingPages, ...files.assets]).toEqual([]);
  });
});

describe("names", () => {
  test.each([
    ["兴县 见闻.md", " "],
    ["兴县\u3000见闻.md", "\u3000"],
    ["a%2F.md", "%"],
    ["a?.md", "?"],
    ["a\n.md", "\n"],
    ["a\u202E.md", "\u202E"],
    ["{{甲}}.md", "{"],
    ["😀.md", "😀"],
    [".隐.md", "."],
    [".eleventy.js", "."],
    ["cafe\u0301.md", "e\u0301"],
    ["a.md.", "."],
    ["con.md", "con"],
    ["Aux", "Aux"],
    ["LPT1.tar.md", "LPT1"],
  ])("%j is refused for %j", (name, character) => {
    put(`news/2017/${name}`);
    const { problems } = look();
    expect(problems.map(({ code, params }) => [code, params["character"]])).toEqual([
      ["file-name", character],
    ]);
  });

  test.each([
    ["兴县 见闻.md", ["兴县见闻.md", "兴县-见闻.md"]],
    ["兴县 - 见闻.md", ["兴县-见闻.md"]],
    ["a?.md", ["a.md"]],
    ["{{甲}}乙.md", ["甲乙.md", "甲-乙.md"]],
    [".隐.md", ["隐.md"]],
    ["a.md.", ["a.md"]],
    ["con.md", ["con-1.md"]],
    ["LPT1.tar.md", []],
    ["cafe\u0301.md", []],
    ["😀.md", []],
  ])("%j is told with the names that it may have", (name, right) => {
    put(`news/2017/${name}`);
    expect(look().problems[0]?.params).toMatchObject({ isFolder: false, right });
    for (const one of right) put(`news/2018/${one}`);
    expect(look().told).toHaveLength(1);
  });

  test("a folder with a dot is told with the names that it may have", () => {
    put("v1.2/2017/a.md");
    const right = ["v12", "v1-2"];
    expect(look().problems[0]?.params).toMatchObject({ isFolder: true, right });
  });

  test("nothing below a folder with a wrong name is read", () => {
    put("news /2017/a.md", "news /2017/b.js");
    expect(look().told).toEqual(["news  file-name"]);
  });

  test.each([
    "《晋绥日报》（一）.md",
    "“甲”——乙、丙….md",
    "㐀𠮷.md",
    "a-b_c.(1)+@=~.md",
    "console.md",
    "com10.md",
  ])("%s is a good name", (name) => {
    put(`news/2017/${name}`);
    expect(look().told).toEqual([]);
  });

  test("200 bytes are allowed, 201 are not", () => {
    const name = "晋".repeat(65);
    put(`news/2017/${name}ab.md`, `news/2017/${name}abc.md`);
    const { files, problems } = look();
    expect(files.articles).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "file-name-long", params: { bytes: 201, max: 200 } }]);
  });
});

describe("links are never followed", () => {
  test.each([
    ["a file outside", "/etc/passwd", "news/2017/a.md"],
    ["a folder outside", "/etc", "news/2017"],
    ["a file inside", "site.yaml", "news.md"],
    ["nothing", "没有", "news/a.png"],
    ["itself", ".", "news/loop"],
  ])("to %s", (_, target, path) => {
    put("site.yaml");
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
    const { files, told } = look();
    expect(told).toEqual([`${path} file-symlink`]);
    expect(files.articles).toEqual([]);
  });

  test("also not for site.yaml", () => {
    symlinkSync("/etc/passwd", join(folder, "site.yaml"));
    expect(look()).toMatchObject({ files: { hasSite: false }, told: ["site.yaml file-symlink"] });
  });
});
