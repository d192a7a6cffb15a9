import { expect, test } from "vitest";
import { makeArticle, makeSite, readPage } from "../src/testing/articles.ts";
import { all, one, textOf, texts } from "../src/testing/html.ts";

test("a withdrawn article says so and why, in the words of the editor, without its text", () => {
  const article = makeArticle({
    ...{ title: "撤下的", date: "2017-07-07 10:34", summary: "摘要", tags: ["兴县"] },
    ...{ html: "<p>错误</p>", withdrawn: "2017-07-09：引文有误。\n\n谨致歉意。" },
  });
  const page = readPage(makeSite({ articles: [article] }), article.address);
  expect(texts(page, "h1")).toEqual(["撤下的"]);
  expect(texts(page, ".byline")).toEqual(["发布日期:2017-07-07 10:34"]);
  expect(texts(one(page, "aside"), "p")).toEqual([
    ...["本文已撤稿", "2017-07-09：引文有误。", "谨致歉意。"],
  ]);
  expect(textOf(page)).not.toMatch(/错误|摘要|兴县/);
  expect(all(page, ".body")).toEqual([]);
  const robots = all(page, "meta").filter(({ attributes }) => attributes["name"] === "robots");
  expect(robots.map(({ attributes }) => attributes["content"])).toEqual(["noindex"]);
});
