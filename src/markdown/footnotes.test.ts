import { describe, expect, test } from "vitest";
import { catalogue } from "../messages/index.ts";
import { createMarkdown } from "./render.ts";

const markdown = createMarkdown(catalogue("zh-Hans").page);
const html = (source: string) => markdown(source, { file: "a/2017/a.md", line: 1 }, () => {}).html;

test("a note is a numbered mark that leads to a labelled section, and back", () => {
  expect(html("晋绥[^据]。\n\n[^据]: 据《晋绥日报》。")).toBe(
    `<p>晋绥<sup class="note"><a href="#fn:1" id="fnref:1">[1]</a></sup>。</p>
<section class="notes" aria-label="注释">
<ol>
<li id="fn:1"><p>据《晋绥日报》。 <a href="#fnref:1" aria-label="回到正文">↩\uFE0E</a></p>
</li>
</ol>
</section>
`,
  );
});

test("a note that is used twice leads back to both places", () => {
  const marks = html("甲[^1]乙[^1]\n\n[^1]: 注");
  expect(marks.match(/id="fnref:[^"]*"/g)).toEqual(['id="fnref:1"', 'id="fnref:1:1"']);
  expect(marks.match(/href="#fnref:[^"]*"/g)).toEqual(['href="#fnref:1"', 'href="#fnref:1:1"']);
});

test("notes are numbered in the order in which they are used", () => {
  const notes = html("甲[^b]乙[^a]\n\n[^a]: 一\n\n[^b]: 二");
  expect(notes.indexOf("二")).toBeLessThan(notes.indexOf("一"));
});

test("a note may stand in the text itself", () => {
  expect(html("甲^[见《县志》]")).toContain('<li id="fn:1"><p>见《县志》 <a');
});

test("a mark without a note stays as it was written", () => {
  expect(html("甲[^1]")).toBe("<p>甲[^1]</p>\n");
});

describe("ids are unique", () => {
  test.each([
    ["against headings that look like them", "## fn:1\n\n甲[^1]\n\n[^1]: 注"],
    [
      "with names of JavaScript",
      "甲[^__proto__][^constructor]\n\n[^__proto__]: 一\n\n[^constructor]: 二",
    ],
  ])("%s", (_, source) => {
    const ids = Array.from(html(source).matchAll(/ id="([^"]*)"/g), (match) => match[1]);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each([
  ["晋绥【^1】。", "【^1】"],
  ["晋绥［＾1］。", "［＾1］"],
  ["晋绥【……1】。", "【……1】"],
  ["晋绥【^2】。", undefined],
])("%s: what the text has instead of the mark", (text, written) => {
  const params: unknown[] = [];
  markdown(`${text}\n\n[^1]: 注`, { file: "a/2017/a.md", line: 1 }, (found) => {
    if (found.code === "footnote-unused") params.push(found.params["written"]);
  });
  expect(params).toEqual([written]);
});
