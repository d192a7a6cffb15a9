import { expect, test } from "vitest";
import { makeArticle, makeArticles, makeSite, pageAt, pagesOf } from "../testing/articles.ts";

const fields = {
  ...{ slug: "bad", title: "撤下的", date: "2016-10-02 08:00", html: "<p>错误</p>" },
  ...{ tags: ["独有"], author: ["张三"], source: { name: "某报" }, pinned: true },
};
const others = makeArticles(3).map((article) => ({ ...article, tags: ["独有"] }));
const site = (withdrawn?: string) =>
  makeSite({ articles: [...others, makeArticle({ ...fields, ...(withdrawn && { withdrawn }) })] });

test("its page has title, date and reason, and nothing else of it", () => {
  const { props } = pageAt(site("引文有误。"), "/news/2016/bad.html", "withdrawn");
  const { title, published, reason, column, head } = props;
  expect([title, published.text, reason, column.title]).toEqual([
    ...["撤下的", "2016-10-02 08:00", "引文有误。", "本会动态"],
  ]);
  expect(head).not.toHaveProperty("description");
  expect(Object.keys(props)).not.toContain("body");
});

test("every other file is as if it were not there", () => {
  const files = (of: ReturnType<typeof makeSite>) =>
    pagesOf(of).map(({ url, props }) => [url, JSON.stringify(props)]);
  const left = files(site("引文有误。")).filter(([url]) => url !== "/news/2016/bad.html");
  expect(left).toEqual(files(makeSite({ articles: others })));
  expect(files(site())).not.toEqual(left);
});

test("its former addresses lead to it", () => {
  const article = makeArticle({ ...fields, withdrawn: "引文有误。", aliases: ["/old/1.html"] });
  const { to } = pageAt(makeSite({ articles: [article] }), "/old/1.html", "moved").props;
  expect(to.href).toBe("/news/2016/bad.html");
});
