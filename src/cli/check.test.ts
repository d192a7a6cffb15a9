import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { problemCodes } from "../problems/levels.ts";
import type { Problem } from "../problems/problem.ts";
import { copySite, projectFolder, runScript, temporaryFolder } from "../testing/files.ts";
import { siteOf } from "../testing/invalid-sites.ts";

const check = (...args: string[]) => runScript("check", args);

/** src/testing/sites/basic with a picture that nothing uses. */
function siteWithWarning(): string {
  const folder = copySite("basic");
  cpSync(join(folder, "news/2017/map.png"), join(folder, "news/2017/unused.png"));
  return folder;
}

/** The same with one error added. */
function siteWithError(): string {
  const folder = siteWithWarning();
  change(folder, "notice/2018/0201-third.md", "最新的一篇。", "最新的[一篇](no-such.md)。");
  return folder;
}

function change(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

describe("npm run check", () => {
  test("finds nothing wrong with the sample site, and says what it looked at", () => {
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^检查了 \d\d 个文件，没有发现问题。\n$/);
  });

  test("lists problems by file with their level, and what to do next; exit status 1", () => {
    const folder = siteWithError();
    const { status, stdout, stderr } = check("--content", folder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout.replaceAll(folder, "content")).toBe(`content/news/2017/unused.png
  1:1 提醒 没有文章用到这个文件，它不会出现在网站上 [asset-unused]
    改法：如果本想在文章里用它，请检查文章里写的文件名；用不着了就删去它

content/notice/2018/0201-third.md
  10:9 错误 链接的文件“no-such.md”不存在 [link-missing]
    10 | 最新的[一篇](no-such.md)。
       |              ^
    改法：请检查文件名有没有写错、文件是不是放好了：同一文件夹只写文件名，上一层的写 ../文件名；文件已经没有了，就只留下文字 一篇，删去链接

1 处错误，1 处提醒（2 个文件）。想知道更多，可以运行 npm run check -- --explain asset-unused
`);
  });

  test("takes warnings alone for no failure", () => {
    const { status, stdout } = check("--content", siteWithWarning());
    expect(status).toBe(0);
    expect(stdout).toContain("1 处提醒（1 个文件）。");
  });

  test("takes the levels that site.yaml sets, as a build does", () => {
    const folder = siteWithError();
    const levels = "levels:\n  asset-unused: error\n  link-missing: warning\n";
    writeFileSync(join(folder, "site.yaml"), levels, { flag: "a" });
    expect(check("--content", folder).stdout).toMatch(/错误 没有文章用到[\s\S]*提醒 链接的文件/);
    const out = join(dirname(folder), "dist");
    expect(runScript("build", ["--content", folder, "--out", out]).status).toBe(1);

    change(folder, "site.yaml", "asset-unused: error", "asset-unused: warning");
    const { status, stdout, stderr } = runScript("build", ["--content", folder, "--out", out]);
    expect(status).toBe(0);
    expect(stdout).toContain("网站已生成");
    expect(stderr).toContain("2 处提醒（2 个文件）。");
    const page = readFileSync(join(out, "notice/2018/0201-third.html"), "utf8");
    expect(page).toContain(">一篇</a>");
  });

  test("gives programs the same as JSON", () => {
    const folder = siteWithError();
    const { status, stdout } = check("--content", folder, "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      errors: 1,
      warnings: 1,
      files: 2,
      problems: [
        expect.objectContaining({ code: "asset-unused", level: "warning", line: 1, column: 1 }),
        {
          file: `${folder}/notice/2018/0201-third.md`,
          line: 10,
          column: 9,
          level: "error",
          code: "link-missing",
          message: "链接的文件“no-such.md”不存在",
          hint: "请检查文件名有没有写错、文件是不是放好了：同一文件夹只写文件名，上一层的写 ../文件名；文件已经没有了，就只留下文字 一篇，删去链接",
        },
      ],
    });
  });

  test("gives GitHub annotations, whatever stands in a name or a link", () => {
    const folder = siteWithError();
    change(folder, "notice/2018/0201-third.md", "no-such.md", "a%0A%3A%3Aerror,b:c.md");
    writeFileSync(join(folder, "news/2017/100%,a:b.txt"), "");
    const { stdout } = check("--content", folder, "--format", "github");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::/);
    expect(stdout).toContain("news/2017/100%25%2Ca%3Ab.txt,line=1,col=1,title=file-name::");
    expect(stdout).toContain("“a%250A%253A%253Aerror,b:c.md”不存在%0A改法：");
  });

  test("ends quietly where nobody reads on", () => {
    const folder = siteWithError();
    const body = "[一篇](no-such.md)\n\n".repeat(1000);
    writeFileSync(join(folder, "notice/2018/0201-third.md"), body, { flag: "a" });
    const script = join(projectFolder, "scripts/start.js");
    const command = `"${process.execPath}" "${script}" check --content "${folder}" | head -n 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], {
      cwd: projectFolder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^.+\n$/);
  });

  test("with --fix, mends what has one meaning, shows it, and tells what is left", () => {
    const folder = siteWithError();
    const path = "news/2017/0707-first.md";
    const before = readFileSync(join(folder, path), "utf8");
    change(folder, path, "date: 2017-07-07 10:34", "date：2017/7/7 10:34");
    const { status, stdout } = check("--content", folder, "--fix");
    expect(status).toBe(1);
    expect(stdout).toContain(`自动改好了 1 个文件，请看一遍：\n\n${folder}/${path}\n`);
    expect(stdout).toContain("  -date：2017/7/7 10:34\n  +date: 2017-07-07 10:34\n");
    expect(stdout).toContain("[link-missing]");
    expect(readFileSync(join(folder, path), "utf8")).toBe(before);

    change(folder, path, "date: 2017-07-07 10:34", "date: 2017/7/7 10:34");
    const { fixed } = JSON.parse(check("--content", folder, "--fix", "--format", "json").stdout);
    expect(fixed).toEqual([
      {
        file: `${folder}/${path}`,
        line: 3,
        diff: expect.stringContaining("+date: 2017-07-07 10:34"),
      },
    ]);
  });

  test("with --fix, tells GitHub what was mended as well", () => {
    const folder = siteWithError();
    const path = "news/2017/0707-first.md";
    change(folder, path, "date: 2017-07-07 10:34", "date: 2017/7/7 10:34");
    const { stdout } = check("--content", folder, "--fix", "--format", "github");
    const [notice, ...problems] = stdout.trimEnd().split("\n");
    expect(notice).toContain(`::notice file=${folder}/${path},line=3,col=1,title=--fix::`);
    expect(notice).toContain("%0A-date: 2017/7/7 10:34%0A+date: 2017-07-07 10:34%0A");
    expect(problems).toHaveLength(2);
  });

  test("explains a kind of problem, and guesses a misspelt one", () => {
    const { status, stdout } = check("--explain", "date-format");
    expect(status).toBe(0);
    expect(stdout).toContain("date-format");
    expect(stdout).toContain("2017-07-07");
    const wrong = check("--explain", "date-fromat");
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toBe("没有“date-fromat”这种问题。是不是想写 date-format？\n");
  });

  test("refuses a format that it does not have", () => {
    const { status, stderr } = check("--format", "xml");
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "--format 不能是“xml”。可以是 text、json 或 github。\n",
    });
  });
});

/** A site of 200 articles with the mistakes of all invalid sites that site.yaml has no part in. */
function siteOfMistakes() {
  const folder = temporaryFolder();
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const codes = problemCodes.filter((code) => {
    // One of them takes a second by itself.
    return code !== "article-slow" && !siteOf(code).expected.startsWith("site.yaml");
  });
  for (const [index, code] of codes.entries()) {
    // Each in a year of its own, so that their files do not meet.
    const filter = (from: string) => !from.endsWith("site.yaml");
    const from = siteOf(code).folder;
    const year = join(from, "news/2017");
    if (existsSync(year))
      cpSync(year, join(folder, `news/${1100 + index}`), { recursive: true, filter });
    else cpSync(from, folder, { recursive: true, filter });
  }
  for (let index = 0; index < 200; index++) {
    put(`news/2017/${index}.md`, `---\ntitle: 第${index}篇\ndate: 2017-07-07\n---\n正文。\n`);
  }
  put("site.yaml", readFileSync(join(siteOf("yaml-tab").folder, "site.yaml")));
  return { folder, codes };
}

test("200 articles with 60 kinds of mistakes are told in one run, sorted, without a stack trace", () => {
  const { folder, codes } = siteOfMistakes();
  const { status, stdout, stderr } = check("--content", folder, "--format", "json");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  expect(codes.length).toBeGreaterThanOrEqual(60);
  const told = new Set(problems.map(({ code }) => code));
  expect(codes.filter((code) => !told.has(code))).toEqual([]);
  const order = problems.map(({ file, line }) => [file, line] as const);
  expect(order).toEqual(order.toSorted(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y)));
  expect(check("--content", folder).stdout).not.toMatch(/^\s+at |node:internal|\.ts:\d/m);
});
