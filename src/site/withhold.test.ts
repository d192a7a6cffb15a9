import { describe, expect, test } from "vitest";
import type { Article, StandingPage } from "./site.ts";
import { unlink, withheldReason } from "./withhold.ts";

const day = Date.UTC(2017, 6, 6, 16);
const date = { instant: day, day: "2017-07-07", iso: "2017-07-07" };
const head = { path: "news/2017/a.md", title: "兴县见闻" };
const article = (more: Partial<Article> = {}) =>
  ({ kind: "article", ...head, date, ...more }) as Article;

describe("why an article is withheld", () => {
  test.each([
    ["its moment has come", article(), day, undefined],
    ["a millisecond before", article(), day - 1, { reason: "scheduled", date: "2017-07-07" }],
    [
      "a time is told",
      article({ date: { ...date, time: "10:34" } }),
      0,
      { reason: "scheduled", date: "2017-07-07 10:34" },
    ],
    ["a draft", article({ draft: true }), day, { reason: "draft" }],
    ["a draft that is not due either", article({ draft: true }), 0, { reason: "draft" }],
    ["no draft", article({ draft: false }), day, undefined],
    ["it expires now", article({ expires: date }), day, { reason: "expired", date: "2017-07-07" }],
    ["it expires later", article({ expires: { ...date, instant: day + 1 } }), day, undefined],
  ])("%s", (_, page, now, expected) => {
    expect(withheldReason(page, now)).toEqual(expected && { ...head, ...expected });
  });

  test("a standing page is withheld as a draft only", () => {
    const page = { kind: "standing", ...head } as StandingPage;
    expect(withheldReason(page, 0)).toBeUndefined();
    expect(withheldReason({ ...page, draft: true }, day)).toEqual({ ...head, reason: "draft" });
  });
});

describe("links to withheld pages leave their words", () => {
  const hidden = new Set(["/news/2017/%E7%94%B2.html"]);
  const gone = '<a href="/news/2017/%E7%94%B2.html">';
  test.each([
    ["a link", `<p>见${gone}甲</a>。</p>`, "<p>见甲。</p>"],
    ["markup in it", `${gone}<strong>甲</strong>\n乙</a>`, "<strong>甲</strong>\n乙"],
    ["a heading of the page", '<a href="/news/2017/%E7%94%B2.html#%E4%B8%80">甲</a>', "甲"],
    ["a title", '<a href="/news/2017/%E7%94%B2.html" title="a&gt;b">甲</a>', "甲"],
    ["another link", '<a href="/b.html">乙</a>', '<a href="/b.html">乙</a>'],
    ["both", `<a href="/b.html">乙</a>${gone}甲</a>`, '<a href="/b.html">乙</a>甲'],
    ["a longer address", '<a href="/news/2017/%E7%94%B2.html.html">乙</a>', undefined],
    ["the mark of a footnote", '<a href="#fn:1" id="fnref:1">[1]</a>', undefined],
    ["text that looks like one", "&lt;a href=&quot;/news/2017/%E7%94%B2.html&quot;&gt;", undefined],
  ])("%s", (_, html, left) => {
    expect(unlink(html, hidden)).toBe(left ?? html);
  });
});
