import { expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { formatMended, mendedForGithub } from "./mended-report.ts";

const texts = catalogue("zh-Hans");
const file = "news/2017/a.md";
const start = "\u001b";

const spoilt = {
  file,
  line: 2,
  diff: `@@ -1,2 +1,2 @@\n ---\r\n-title：${start}[31m\u200B甲\u202E\r\n+title: ${start}[31m甲\u202E\r\n`,
};

test("what was changed is coloured, and nothing in it steers the terminal", () => {
  expect(formatMended([spoilt], "content", texts, true)).toBe(`自动改好了 1 个文件，请看一遍：

${start}[1mcontent/news/2017/a.md${start}[22m
  @@ -1,2 +1,2 @@
   ---
  ${start}[31m-title：▯[31m▯甲▯${start}[39m
  ${start}[32m+title: ▯[31m甲▯${start}[39m
`);
  const plain = formatMended([spoilt], "content", texts, false);
  expect(plain).not.toContain(start);
  expect(plain).toContain("\n  -title：▯[31m▯甲▯\n");
});

test("GitHub is told of each file at its first change, in one line", () => {
  const recoded = { file: "a%,b:c.md", line: 1, diff: "", from: "GBK" as const };
  expect(mendedForGithub([spoilt, recoded], "content", texts)).toBe(
    [
      "::notice file=content/news/2017/a.md,line=2,col=1,title=--fix::--fix 自动改好了这个文件，请看一遍：" +
        "%0A@@ -1,2 +1,2 @@%0A ---%0A-title：▯[31m▯甲▯%0A+title: ▯[31m甲▯",
      "::notice file=content/a%25%2Cb%3Ac.md,line=1,col=1,title=--fix::--fix 自动改好了这个文件，请看一遍：" +
        "%0A编码由 GBK 改为 UTF-8，文字没有变",
      "",
    ].join("\n"),
  );
});

test("GitHub is shown the start of a long change", () => {
  const long = { file, line: 1, diff: "-甲\n".repeat(1000) };
  const notice = mendedForGithub([long], "content", texts);
  expect(notice.match(/-甲/g)).toHaveLength(50);
  expect(notice).toMatch(/%0A…\n$/);
});
