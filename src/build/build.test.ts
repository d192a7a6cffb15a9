import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { copySite, temporaryFolder, treeOf } from "../testing/files.ts";
import { secrets, tellingPicture } from "../testing/pictures.ts";
import { type BuildResult, build } from "./build.ts";
import { filesIn } from "./manifest.ts";

const now = Date.parse("2026-01-01T00:00:00Z");

function buildSite(folder: string): Promise<BuildResult> {
  return build({ folder, out: outOf(folder), now, configure });
}

const outOf = (folder: string) => join(dirname(folder), "dist");
const read = (folder: string, path: string) => readFileSync(join(outOf(folder), path), "utf8");

/** The files of a search index of so many articles, with columns, authors and sources. */
function indexFiles(folder: string, articles: number): string[] {
  return [
    ...Array(3).fill(`${folder}/filter/HASH.pf_filter`),
    ...Array(articles).fill(`${folder}/fragment/HASH.pf_fragment`),
    `${folder}/index/HASH.pf_index`,
    `${folder}/pagefind-entry.json`,
    `${folder}/pagefind.HASH.pf_meta`,
  ];
}

describe("a build", () => {
  test("writes exactly the pages, feeds and sitemaps, the style sheet and the files that published pages use", async () => {
    const folder = copySite("basic");
    cpSync(join(folder, "news/2017/map.png"), join(folder, "news/2017/unused.png"));
    const result = await buildSite(folder);
    expect(result).toMatchObject({ built: { pages: 22 } });
    const named = filesIn(outOf(folder)).map((file) =>
      file.replace(/\.[0-9a-f]{10}\./, ".HASH.").replace(/unknown_[0-9a-f]+/, "HASH"),
    );
    const files = named.sort();
    expect(files).toEqual([
      ".manifest.json",
      "404.html",
      "about.html",
      "archive/2017-07.html",
      "archive/2018-01.html",
      "archive/2018-02.html",
      "archive/index.html",
      "assets/feed.HASH.css",
      ...["assets/search.HASH.js", "assets/site.HASH.css", "assets/site.HASH.js"],
      "assets/speech.HASH.js",
      "authors/index.html",
      "authors/戊己.html",
      "authors/甲乙.html",
      "feed.json",
      "feed.xml",
      "index.html",
      "news/2017/0707-first.html",
      "news/2017/form.pdf",
      "news/2017/map.png",
      "news/2018/0101-second.html",
      "news/feed.json",
      "news/feed.xml",
      "news/index.html",
      "news/rss.xml",
      "notice/2018/0201-third.html",
      "notice/feed.json",
      "notice/feed.xml",
      "notice/index.html",
      "notice/rss.xml",
      "old/3.html",
      "robots.txt",
      "rss.xml",
      "search.html",
      ...indexFiles("search/2017", 1),
      ...indexFiles("search/2018", 2),
      ...["search/fragment/HASH.pf_fragment", "search/fragment/HASH.pf_fragment"],
      ...["search/index/HASH.pf_index", "search/pagefind-entry.json"],
      ...["search/pagefind.HASH.pf_meta", "search/pagefind.js", "search/wasm.unknown.pagefind"],
      "sitemap.html",
      "sitemap.xml",
      "sitemap/2017-07.xml",
      "sitemap/2018-01.xml",
      "sitemap/2018-02.xml",
      "sitemap/pages.xml",
      "sources/index.html",
      "sources/测试先锋.html",
      "sources/测试网.html",
      "tags/index.html",
    ]);
  });

  test("renders the body of an article from its Markdown", async () => {
    const folder = copySite("basic");
    await buildSite(folder);
    const page = read(folder, "news/2017/0707-first.html");
    expect(page).toContain("<p>正文第一段，与换行后的第二行。</p>");
    expect(page).toContain('<h2 id="小标题">小标题</h2>');
    expect(page).toContain('<figure><img src="/news/2017/map.png" alt="示意图"');
    expect(page).toContain("<figcaption>图注</figcaption></figure>");
    expect(page).toContain(
      '<a href="/news/2017/form.pdf" class="attachment">表格<small>（PDF，0.2 KB）</small></a>',
    );
    expect(page).toContain('<a href="/news/2018/0101-second.html#%E7%BB%93%E8%AF%AD">第二篇</a>');
  });

  test("publishes images without what they tell of places and people, attachments as they are", async () => {
    const folder = copySite("basic");
    const picture = await tellingPicture().png().toBuffer();
    writeFileSync(join(folder, "news/2017/map.png"), picture);
    await buildSite(folder);
    const published = readFileSync(join(outOf(folder), "news/2017/map.png"));
    expect(secrets.filter((secret) => picture.includes(secret))).not.toEqual([]);
    expect(secrets.filter((secret) => published.includes(secret))).toEqual([]);
    const pixels = (image: Buffer) => sharp(image).raw().toBuffer();
    expect(await pixels(published)).toEqual(await pixels(picture));
    const form = readFileSync(join(folder, "news/2017/form.pdf"));
    expect(readFileSync(join(outOf(folder), "news/2017/form.pdf"))).toEqual(form);
  });

  test("withholds drafts, what is not yet due and what has expired everywhere, and tells so", async () => {
    const folder = copySite("basic");
    const expired = "---\ntitle: 旧事\ndate: 2018-02-02\nexpires: 2019-01-01\n---\n已经过期。\n";
    writeFileSync(join(folder, "news/2018/0202-expired.md"), expired);
    const result = await buildSite(folder);
    expect(result).toMatchObject({
      built: {
        withheld: [
          { path: "news/2018/0102-draft.md", reason: "draft" },
          { path: "news/2018/0202-expired.md", reason: "expired", date: "2019-01-01" },
          { path: "notice/2018/0301-later.md", reason: "scheduled", date: "2030-01-01 08:00" },
        ],
      },
    });
    const texts = filesIn(outOf(folder)).filter((file) => /\.(?:html|xml|json|txt)$/.test(file));
    expect(texts).toContain("feed.json");
    const withheld = /0102-draft|0301-later|0202-expired|还没有写好|预告|旧事|已经过期/;
    for (const file of texts) expect(read(folder, file)).not.toMatch(withheld);
    for (const file of ["feed.xml", "rss.xml", "feed.json", "sitemap/2018-01.xml"]) {
      expect(read(folder, file)).toContain("/news/2018/0101-second.html");
    }
    expect(read(folder, "news/2018/0101-second.html")).toContain("<p>又见草稿和<a");
  });

  test("publishes a scheduled article once its time has come", async () => {
    const folder = copySite("basic");
    const due = Date.parse("2030-01-01T08:00:00+08:00");
    await build({ folder, out: outOf(folder), now: due - 1, configure });
    expect(filesIn(outOf(folder))).not.toContain("notice/2018/0301-later.html");
    await build({ folder, out: outOf(folder), now: due, configure });
    expect(filesIn(outOf(folder))).toContain("notice/2018/0301-later.html");
  });

  test("gives the same bytes twice", async () => {
    const folder = copySite("basic");
    await buildSite(folder);
    const first = treeOf(outOf(folder));
    await buildSite(folder);
    expect(treeOf(outOf(folder))).toEqual(first);
  });

  test("removes the page of an article that is gone, and nothing that it did not write", async () => {
    const folder = copySite("basic");
    await buildSite(folder);
    writeFileSync(join(outOf(folder), "CNAME"), "example.org");
    rmSync(join(folder, "notice/2018/0201-third.md"));
    await buildSite(folder);
    const files = filesIn(outOf(folder));
    expect(files).not.toContain("notice/2018/0201-third.html");
    expect(files).not.toContain("old/3.html");
    expect(files).toContain("CNAME");
  });

  test("gives every problem and leaves the site as it was", async () => {
    const folder = copySite("basic");
    await buildSite(folder);
    const before = treeOf(outOf(folder));
    writeFileSync(join(folder, "news/2017/bad.md"), "没有文件头");
    const first = join(folder, "news/2017/0707-first.md");
    writeFileSync(first, readFileSync(first, "utf8").replace("07-07 10:34", "02-30"));
    const result = await buildSite(folder);
    expect(result).toMatchObject({
      problems: [
        { file: "news/2017/0707-first.md", line: 3, column: 7, code: "date-calendar" },
        { file: "news/2017/bad.md", line: 1, column: 1, code: "front-matter-open" },
      ],
    });
    expect(treeOf(outOf(folder))).toEqual(before);
  });

  test("leaves the site as it was, and no litter, when rendering fails", async () => {
    const folder = copySite("basic");
    await buildSite(folder);
    const before = treeOf(outOf(folder));
    const failing: typeof configure = (config, prepared) => {
      const render = () => {
        throw new Error("provoked");
      };
      return configure(config, { ...(prepared as NonNullable<typeof prepared>), render });
    };
    const options = { folder, out: outOf(folder), now, configure: failing, clean: true };
    await expect(build(options)).rejects.toThrow(/^provoked$/);
    expect(treeOf(outOf(folder))).toEqual(before);
    expect(readdirSync(dirname(folder)).sort()).toEqual(["content", "dist"]);
    expect(existsSync(`${outOf(folder)}.jinsui-previous`)).toBe(false);
  });

  test("gives the same bytes and problems with any number of threads", {
    timeout: 180_000,
  }, async () => {
    const folder = copySite("basic");
    for (let number = 0; number < 1100; number++) {
      const text = `---\ntitle: 第${number}篇\ndate: 2016-0${1 + (number % 9)}-10\n---\n**正文**${number}\n`;
      const path = join(folder, `news/2016/${number}.md`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, number % 100 === 0 ? `${text}\n![图](没有.png "说明")` : text);
    }
    const levels = "levels: { image-missing: warning }\n";
    writeFileSync(join(folder, "site.yaml"), readFileSync(join(folder, "site.yaml")) + levels);
    const built: unknown[] = [];
    for (const jobs of [1, 3]) {
      const caches = join(temporaryFolder(), "caches");
      const out = join(temporaryFolder(), "dist");
      const { problems } = await build({ folder, out, now, configure, caches, jobs });
      built.push({ problems, files: treeOf(out) });
    }
    expect(built[0]).toMatchObject({ problems: { length: 11 } });
    expect(built[1]).toEqual(built[0]);
  });

  test("reads nothing and makes nothing where nothing has changed", async () => {
    const folder = copySite("basic");
    const caches = join(temporaryFolder(), "caches");
    const options = { folder, out: outOf(folder), now, caches, configure };
    const first = await build(options);
    const asked: string[] = [];
    const again = await build({ ...options, onProgress: (stage) => asked.push(stage) });
    // Files of the first are too new to be told from others by their times.
    await setTimeout(100);
    await build(options);
    asked.splice(0);
    const refuse = () => {
      throw new Error("Eleventy was loaded");
    };
    const last = await build({
      ...options,
      configure: refuse,
      onProgress: (stage) => asked.push(stage),
    });
    expect(asked).toEqual([]);
    for (const { problems, built } of [again, last]) {
      expect(problems).toEqual(first.problems);
      expect(built).toEqual({ ...first.built, written: 0, removed: 0 });
    }
    // A date that has come since is a change.
    const later = await build({ ...options, now: Date.parse("2030-02-01T00:00:00Z") });
    expect(later.built?.written).toBeGreaterThan(0);
  });

  test("mends a file also where what was known of the output folder is lost", async () => {
    const folder = copySite("basic");
    const caches = join(temporaryFolder(), "caches");
    const options = { folder, out: outOf(folder), now, caches, configure };
    await build(options);
    await setTimeout(100);
    await build(options);
    const about = read(folder, "about.html");
    for (const file of filesIn(caches)) if (/-states\.json$/.test(file)) rmSync(join(caches, file));
    writeFileSync(join(outOf(folder), "about.html"), "spoilt");
    expect((await build(options)).built?.written).toBe(1);
    expect(read(folder, "about.html")).toBe(about);
  });

  test("knows the pages of other templates as its own", async () => {
    const folder = copySite("basic");
    const withTemplate: typeof configure = (config, prepared) => {
      config.addTemplate("extra.11ty.js", () => "extra", { permalink: "/extra.html" });
      return configure(config, prepared);
    };
    await build({ folder, out: outOf(folder), now, configure: withTemplate });
    await build({ folder, out: outOf(folder), now, configure: withTemplate });
    expect(read(folder, "extra.html")).toBe("extra");
    // Another list of plugins would be other code, by which all is made anew.
    await build({ folder, out: outOf(folder), now, configure, clean: true });
    expect(filesIn(outOf(folder))).not.toContain("extra.html");
  });

  test("builds into the folder behind a link", async () => {
    const folder = copySite("basic");
    mkdirSync(`${outOf(folder)}-real`);
    symlinkSync(`${outOf(folder)}-real`, outOf(folder));
    await buildSite(folder);
    expect(lstatSync(outOf(folder)).isSymbolicLink()).toBe(true);
    expect(filesIn(`${outOf(folder)}-real`)).toContain("index.html");
  });

  test("offers collections.articles to other templates", async () => {
    const folder = copySite("basic");
    const withTemplate: typeof configure = (config, prepared) => {
      const list = ({ collections }: { collections: { articles: Item[] } }) =>
        collections.articles.map(({ url, date, data }) => [url, date.toISOString(), data.title]);
      config.addTemplate("list.11ty.js", (data: never) => JSON.stringify(list(data)), {
        permalink: "/list.json",
      });
      return configure(config, prepared);
    };
    await build({ folder, out: outOf(folder), now, configure: withTemplate });
    expect(JSON.parse(read(folder, "list.json"))).toEqual([
      ["/notice/2018/0201-third.html", "2018-02-01T01:00:00.000Z", "第三篇"],
      ["/news/2018/0101-second.html", "2017-12-31T16:00:00.000Z", "第二篇"],
      ["/news/2017/0707-first.html", "2017-07-07T02:34:00.000Z", "第一篇"],
    ]);
  });
});

interface Item {
  url: string;
  date: Date;
  data: { title: string };
}
