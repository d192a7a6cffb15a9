import { expect, test } from "vitest";
import { fingerprintsFrom } from "../../pages/fingerprint.ts";
import { planSite } from "../../pages/index.ts";
import type { Site } from "../../site/site.ts";
import { feedStyle, makeArticles, makeSite, scripts, stylesheet } from "../../testing/articles.ts";
import { PlannedSite } from "../planned-site.ts";
import { Served } from "./served.ts";

const articles = makeArticles(12).map((article) => ({ ...article, tags: ["春耕"] }));

function planned(site: Site): PlannedSite {
  const plan = planSite(site, { stylesheet, scripts, feedStyle });
  const source = { site, plan, stylesheet: { url: stylesheet, code: "" }, variants: new Map() };
  return new PlannedSite(
    source,
    "k",
    fingerprintsFrom("k", () => undefined),
  );
}

/** Has what lacks made, but for some; gives what lacked, sorted. */
function serve(served: Served, site: PlannedSite, isMade = (_: string) => true): string[] {
  const lacking = served.lackingOf(site);
  for (const [path, { fingerprint }] of lacking) if (isMade(path)) served.set(path, fingerprint);
  for (const path of served.goneFrom(site)) served.delete(path);
  return lacking.map(([path]) => path).sort();
}

const pathsOf = (site: PlannedSite) => Array.from(site, ([path]) => path).sort();
const whole = planned(makeSite({ articles }));

test("all of a site lacks at first, and nothing of the same site then", () => {
  const served = new Served();
  expect(serve(served, whole)).toEqual(pathsOf(whole));
  expect(serve(served, whole)).toEqual([]);
  expect(serve(served, planned(makeSite({ articles: [...articles] })))).toEqual([]);
});

test("what was not made lacks again, and what has changed meanwhile with it", () => {
  const served = new Served();
  const isMade = (path: string) => path !== "news/2016/3.html";
  serve(served, whole, isMade);
  expect(serve(served, whole, isMade)).toEqual(["news/2016/3.html"]);
  const edited = articles.map((it, at) => (at === 5 ? { ...it, excerpt: "另文" } : it));
  const lacking = serve(served, planned(makeSite({ articles: edited })));
  expect(lacking).toEqual(expect.arrayContaining(["news/2016/3.html", "news/2016/7.html"]));
  expect(lacking).not.toContain("news/2016/1.html");
  expect(serve(served, planned(makeSite({ articles: edited })))).toEqual([]);
});

test("what is gone is none of the site, and is to be made where it comes back", () => {
  const served = new Served();
  serve(served, whole);
  const fewer = planned(makeSite({ articles: articles.slice(1) }));
  expect(served.goneFrom(fewer)).toEqual(["news/2016/12.html"]);
  serve(served, fewer);
  expect(served.goneFrom(fewer)).toEqual([]);
  expect(serve(served, whole)).toContain("news/2016/12.html");
  expect(served.goneFrom(planned(makeSite({})))).toEqual(
    expect.arrayContaining(["news/2016/1.html", "tags/春耕.html", "archive/2016-10.html"]),
  );
});
