import { describe, expect, test } from "vitest";
import { htmlPagesOf, makeSite, render, sampleSite } from "../src/testing/articles.ts";
import { all, type Element, one, parseHtml, textOf, texts } from "../src/testing/html.ts";

const sites = {
  full: sampleSite(),
  empty: makeSite({}),
  english: sampleSite(() => "Text", { lang: "en" }),
};
const documents = Object.entries(sites).flatMap(([name, site]) =>
  htmlPagesOf(site).map((page) => {
    const html = render(page);
    return { name: `${name} ${page.url}`, page, html, root: parseHtml(html) };
  }),
);

/** Checks something of every page of every site; what comes out is what is wrong. */
function every(wrong: (root: Element) => unknown[]) {
  const found = documents.flatMap(({ name, root }) => wrong(root).map((it) => `${name}: ${it}`));
  expect(documents.length).toBeGreaterThan(200);
  expect(found.slice(0, 10)).toEqual([]);
}

const headings = (root: Element) => all(root).filter(({ name }) => /^h[1-6]$/.test(name));

describe("on every page", () => {
  test("there is one first-level heading, and no level is skipped", () => {
    every((root) => {
      const levels = headings(root).map(({ name }) => Number(name.slice(1)));
      const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      const firsts = levels.filter((level) => level === 1).length;
      return [...gaps.map((level) => `gap before h${level}`), ...(firsts === 1 ? [] : ["h1"])];
    });
  });

  test("no heading, label, link, line or list is empty", () => {
    const holders = /^(?:h\d|title|a|p|li|ul|ol|section|nav|aside|address|footer|span|time)$/;
    every((root) => [
      ...all(root)
        .filter((element) => holders.test(element.name) && !textOf(element).trim())
        .map(({ name }) => `empty ${name}`),
      ...all(root).filter(({ attributes }) => attributes["aria-label"]?.trim() === ""),
    ]);
  });

  test("ids are unique, and links to them lead to one", () => {
    every((root) => {
      const ids = all(root).flatMap(({ attributes }) => attributes["id"] ?? []);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const hrefs = all(root, "a").flatMap(({ attributes }) => attributes["href"] ?? []);
      const lost = hrefs.filter((href) => href.startsWith("#") && !ids.includes(href.slice(1)));
      return [...twice, ...lost];
    });
  });

  test("elements are nested as HTML allows", () => {
    const phrasing = /^(?:a|span|time|strong|em|code|br|img|sup)$/;
    const phrasingOnly = /^(?:p|h[1-6]|a|span|time|strong|em)$/;
    every((root) =>
      all(root).flatMap((element) => {
        const { name, children } = element;
        if (name === "ul" || name === "ol") {
          return children
            .filter((child) => typeof child === "string" || child.name !== "li")
            .map(() => `${name} has more than items`);
        }
        if (!phrasingOnly.test(name)) return [];
        const inside = all(element).filter((child) => !phrasing.test(child.name));
        const anchors = name === "a" ? all(element, "a") : [];
        return [...inside, ...anchors].map((child) => `${child.name} in ${name}`);
      }),
    );
  });

  test("landmarks of one kind have names of their own", () => {
    every((root) => {
      const names = all(root, "nav").map(({ attributes }) => attributes["aria-label"]);
      const wrong = names.filter((name, index) => !name || names.indexOf(name) !== index);
      return [...wrong, ...["main", "h1"].filter((name) => all(root, name).length !== 1)];
    });
  });

  test("the head has the language, the encoding first, a title and the style sheet", () => {
    every((root) => {
      const head = one(root, "head");
      const [first] = all(head);
      const sheet = all(head, "link").some(({ attributes }) => attributes["rel"] === "stylesheet");
      const whole = first?.attributes["charset"] === "utf-8" && all(head, "title").length === 1;
      return whole && sheet && one(root, "html").attributes["lang"] ? [] : ["head"];
    });
  });
});

test("the language of a page is that of the site", () => {
  for (const { name, root } of documents) {
    const lang = name.startsWith("english") ? "en" : "zh-Hans";
    expect(one(root, "html").attributes["lang"]).toBe(lang);
  }
});

test("an English site has no Chinese character or full-width sign of its own", () => {
  const english = documents.filter(({ name }) => name.startsWith("english"));
  const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
  expect(english.filter(({ html }) => chinese.test(html)).map(({ name }) => name)).toEqual([]);
  expect(chinese.test(documents[0]?.html ?? "")).toBe(true);
});

test("titles of pages end in that of the site, which stands alone on the home page", () => {
  const titleOf = (url: string) =>
    documents
      .filter(({ name }) => name === `full ${url}`)
      .flatMap(({ root }) => texts(root, "title"));
  expect(titleOf("/index.html")).toEqual(["某某基金会"]);
  expect(titleOf("/about.html")).toEqual(["关于 - 某某基金会"]);
});

test("every page names its address, a moved one the new address, and 404 and withdrawn ones none", () => {
  for (const { page, root } of documents) {
    const links = all(root, "link").filter(({ attributes }) => attributes["rel"] === "canonical");
    const none = /^(?:notFound|withdrawn)$/.test(page.layout);
    const expected = none ? [] : [page.props.head.canonical];
    expect(links.map(({ attributes }) => attributes["href"])).toEqual(expected);
  }
});

test("only withdrawn articles and the page for addresses that have nothing ask not to be listed", () => {
  const unlisted = documents.filter(({ root }) =>
    all(root, "meta").some(
      ({ attributes }) => attributes["name"] === "robots" && attributes["content"] === "noindex",
    ),
  );
  const layouts = new Set(unlisted.map(({ page }) => page.layout));
  expect(layouts).toEqual(new Set(["notFound", "withdrawn"]));
  const every = documents.filter(({ page }) => layouts.has(page.layout));
  expect(unlisted).toHaveLength(every.length);
  expect(every.length).toBeGreaterThan(Object.keys(sites).length);
});
