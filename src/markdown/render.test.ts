import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import type { Problem } from "../problems/problem.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);

function render(source: string) {
  const problems: Problem[] = [];
  const from = { file: "news/2017/a.md", line: 5 };
  const rendered = markdown(source, from, (found) => problems.push(found));
  return {
    ...rendered,
    told: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
}

/** The inside of the only paragraph. */
function paragraph(source: string) {
  return /^<p>(.*)<\/p>$/s.exec(render(source).html.trim())?.[1];
}

describe("text", () => {
  test.each([
    ["emphasis before Han punctuation", "**重点。**后文", "<strong>重点。</strong>后文"],
    ["emphasis around quotation marks", "他说**“晋绥”**二字", "他说<strong>“晋绥”</strong>二字"],
    ["an address before a full stop", "见https://a.cn/x。后文", /x<\/a>。后文$/],
    ["an address in brackets", "（见http://b.cn/）", /<\/a>）$/],
    ["words like addresses of other kinds", "见 ftp://a.cn 和 //b.cn", "见 ftp://a.cn 和 //b.cn"],
    ["a name with a dot", "www.a.cn 与 a@b.cn", "www.a.cn 与 a@b.cn"],
    ["template syntax", "{{ 甲 }} {% 乙 %} <% 丙 %>", "{{ 甲 }} {% 乙 %} &lt;% 丙 %&gt;"],
  ])("%s", (_, source, html) => {
    const found = paragraph(source);
    if (html instanceof RegExp) expect(found).toMatch(html);
    else expect(found).toBe(html);
    expect(render(source).told).toEqual([]);
  });

  test.each([
    ["HTML in a line", "甲<b onclick=x>乙</b>", "甲&lt;b onclick=x&gt;乙&lt;/b&gt;"],
    ["an image with a handler", "<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"],
  ])("%s is shown, and told", (_, source, html) => {
    expect(paragraph(source)).toBe(html);
    expect(render(source).told).toEqual(["5:1 html-tag"]);
  });

  test("HTML as a block is shown, not run", () => {
    const { html } = render("<script>\nalert(1)\n</script>\n\n<!-- 注 -->");
    expect(html).not.toMatch(/<(?!\/?p>)/);
    expect(html).toContain("&lt;script&gt;");
  });

  test("the same body gives the same HTML again, with nothing left from the one before", () => {
    const source = "## 甲\n\n文[^1]\n\n[^1]: 注";
    const first = render(source);
    render("## 甲\n\n[^2]\n\n[^2]: 别的\n\n[甲]: b.md");
    expect(render(source)).toEqual(first);
  });
});

describe("excerpt", () => {
  test.each([
    ["the first paragraph without markup", "## 题\n\n**晋**[绥](b.md)`码`\n\n下", "晋绥码"],
    ["lines joined as they are shown", "晋\n绥\nabc\ndef", "晋绥 abc def"],
    ["not the caption of a picture", "![图](a.png)\n\n正文", "正文"],
    ["not the mark of a footnote", "正文[^1]。\n\n[^1]: 注", "正文。"],
    ["of a list, where that comes first", "- 甲\n- 乙", "甲"],
    ["nothing where there is no text", "![图](a.png)", ""],
    ["nothing of an empty body", "", ""],
  ])("%s", (_, source, excerpt) => {
    expect(render(source).excerpt).toBe(excerpt);
  });

  test("at most 120 characters, none of them cut in two", () => {
    expect(render("𠮷".repeat(120)).excerpt).toBe("𠮷".repeat(120));
    expect(render("𠮷".repeat(121)).excerpt).toBe(`${"𠮷".repeat(119)}…`);
  });
});

describe("hostile bodies are done in seconds, however busy the machine", () => {
  test.each([
    ["brackets", "[".repeat(50_000)],
    ["asterisks", "*甲".repeat(50_000)],
    ["quotes", `${"> ".repeat(5_000)}甲`],
    ["links without end", "[甲](".repeat(50_000)],
    ["links to one place", "[甲](b.md) ".repeat(20_000)],
    ["references to many places", manyReferences(5_000)],
    [
      "links to one place that is written on a line of its own",
      `[甲]:\n b.md\n\n${"[甲]\n".repeat(80_000)}`,
    ],
    ["notes of one name", `甲[^1]\n\n${"[^1]: 注\n\n".repeat(80_000)}`],
    ["line breaks between quotation marks", "“\n".repeat(20_000)],
  ])("%s", (_, source) => {
    const started = process.cpuUsage();
    render(source);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

function manyReferences(count: number): string {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const uses = numbers.map((number) => `[甲][${number}]`).join("");
  return `${uses}\n\n${numbers.map((number) => `[${number}]: p${number}.md`).join("\n")}`;
}
