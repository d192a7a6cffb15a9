import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { Cache } from "../cache/cache.ts";
import { FileStates } from "../cache/file-states.ts";
import { temporaryFolder } from "../testing/files.ts";
import { pngOf } from "../testing/samples.ts";
import { dataOf } from "./kept.ts";
import { type Loaded, loadSite } from "./load.ts";

const now = Date.UTC(2020, 0, 1);
const settings = `title: 晋绥
url: https://example.org
columns: [{ id: news, title: 动态 }]
`;
const article = (title: string, body = "正文") =>
  `---\ntitle: ${title}\ndate: 2017-07-07\ntags: [校史]\n---\n${body}\n`;

/** A content folder, and what loads it as builds do one after the other. */
function site(files: Record<string, string | Buffer>) {
  const [folder, caches] = [temporaryFolder(), temporaryFolder()];
  const put = (path: string, text: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const remove = (path: string) => rmSync(join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries({ "site.yaml": settings, ...files })) put(path, text);

  /** Loads it, holds that against what is found without any knowledge, and tells what was kept. */
  const visit = async () => {
    // Until the times of all files tell of changes.
    await setTimeout(100);
    const cache = Cache.open(caches, "k");
    const loaded = await loadSite({ folder, now, cache, states: new FileStates(folder) });
    expect(shownIn(loaded)).toEqual(shownIn(await loadSite({ folder, now })));
    cache.save(loaded.rows, loaded.kept);
    cache.close();
    return { kept: [...loaded.kept].sort(), codes: loaded.problems.map(({ code }) => code).sort() };
  };
  return { put, remove, visit };
}

function shownIn({ problems, files, outline, site }: Loaded) {
  const { articles = [], standingPages = [], bodies, assets } = site ?? {};
  const documents = [...articles, ...standingPages].map((it) => ({
    ...dataOf<typeof it>(it),
    body: bodies?.get(it.body),
  }));
  return { problems, files, listed: outline.files, documents, assets, known: site?.files };
}

const articles = {
  "news/2016/a.md": article("甲"),
  "news/2017/b.md": article("乙", "![山](p.png)"),
  "news/2017/p.png": await pngOf(600, 400),
  "news/2017/c.md": article("丙"),
  "news/2018/d.md": article("丁"),
  "news/2018/files/q.png": await pngOf(500, 400),
  "pages/about.md": "---\ntitle: 关于\n---\n正文\n",
};
const all = ["news/2016/", "news/2017/", "news/2018/", "news/2018/files/", "pages/"];

test("folders in which nothing has changed are known as a whole", async () => {
  const { put, remove, visit } = site(articles);
  expect((await visit()).kept).toEqual([]);
  expect((await visit()).kept).toEqual(all);
  put("news/2017/b.md", article("乙", "另文"));
  expect((await visit()).kept).toEqual(all.filter((it) => it !== "news/2017/"));
  expect((await visit()).kept).toEqual(all);
  put("news/2016/a.md", article("甲", "![水](../2018/files/q.png)"));
  expect((await visit()).kept).toEqual(all.filter((it) => it !== "news/2016/"));
  expect((await visit()).kept).toEqual(all);
  put("news/2018/e.md", article("戊"));
  remove("news/2016");
  expect((await visit()).kept).toEqual(["news/2017/", "news/2018/files/", "pages/"]);
  put("news/2017/.DS_Store", "of the Finder");
  expect((await visit()).kept).toEqual(["news/2018/", "news/2018/files/", "pages/"]);
});

test("what is wrong in a folder that is known as a whole is told each time", async () => {
  const { put, visit } = site({
    ...articles,
    "news/2018/x.md": "---\ntitle: 错\ndate: 2017-02-30\n---\n[无](../2017/none.md)\n",
    "news/2017/again.md": article("甲"),
    "news/2017/unused.png": await pngOf(20, 20),
  });
  await visit();
  const always = ["asset-unused", "asset-unused", "title-twice"];
  const codes = [...always, "date-calendar", "link-missing"].sort();
  expect(await visit()).toEqual({ kept: all, codes });
  put("news/2018/x.md", article("对"));
  await visit();
  expect(await visit()).toEqual({ kept: all, codes: always });
  put("news/2018/y.txt", "of no kind that is taken");
  expect((await visit()).kept).not.toContain("news/2018/");
});
