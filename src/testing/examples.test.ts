import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { attachmentTypes, extensionOf, imageTypes, siteFile } from "../content/address.ts";
import { examples, type TextKind } from "../problems/examples.ts";
import { problemCodes } from "../problems/levels.ts";
import { loadSite } from "../site/load.ts";
import { projectFolder, temporaryFolder } from "./files.ts";

/** What no text can show: encodings, sizes, links of the file system. */
const inWords = [
  ...["file-symlink", "file-large", "article-slow", "encoding", "front-matter-large"],
  ...["asset-type", "asset-large", "image-pixels", "image-broken"],
];

/** Files of a site by their paths in the content folder. */
type Files = Record<string, string | Buffer>;

const basic = join(projectFolder, "src/testing/sites/basic/news/2017");
const assets: Files = {
  "map.png": readFileSync(join(basic, "map.png")),
  "form.pdf": readFileSync(join(basic, "form.pdf")),
};

const file = "news/2017/0707-xingxian.md";
const text = "七月，我们到了兴县。\n";

/** The lines of a YAML text, and those of its top-level fields that it lacks. */
function withFields(yaml: string, fields: Record<string, string>): string {
  const missing = Object.entries(fields).filter(
    ([key]) => !new RegExp(`^(?:- )?${key}\\b`, "m").test(yaml),
  );
  return [...missing.map(([key, value]) => `${key}: ${value}`), yaml, ""].join("\n");
}

const frontMatter = (yaml = "", title = "兴县见闻", date = "2017-07-07") =>
  `---\n${withFields(yaml, { title, date })}---\n\n`;

const settings = (yaml = "") =>
  withFields(yaml, {
    title: "某某基金会",
    url: "https://www.example.org",
    columns: "[{ id: news, title: 动态 }, { id: history, title: 史话 }]",
  });

/** Where nothing else is said: a right site with a standing page, and an older article. */
const right: Files = {
  [siteFile]: settings(),
  "pages/about.md": `---\ntitle: 关于\n---\n\n本会的简介。\n`,
  "news/2016/1122-yaodong.md": `${frontMatter("", "窑洞", "2016-11-22")}## 由来\n\n${text}`,
};

/** An article, with the image and the attachment that it names lying beside it. */
function besides(source: string): Files {
  const named = Object.entries(assets).filter(([name]) =>
    new RegExp(`[\\s(]${name.replace(".", "\\.")}`).test(source),
  );
  const beside = named.map(([name, bytes]) => [`${dirname(file)}/${name}`, bytes]);
  return { [file]: source, ...Object.fromEntries(beside) };
}

/** The default contents of files; images and attachments are used by the standing page. */
function filesAt(paths: readonly string[]): Files {
  const used = paths.filter((path) =>
    [...imageTypes, ...attachmentTypes].includes(extensionOf(path)),
  );
  const links = used.map((path) => `[附件](/${path})\n`).join("\n");
  const contents = paths.map((path) => {
    if (path.startsWith("pages/")) return [path, `---\ntitle: 怎样查找\n---\n\n${text}`];
    if (path === siteFile) return [path, settings()];
    return [path, path.endsWith(".md") ? frontMatter() + text : (assets["form.pdf"] ?? "")];
  });
  const about = `---\ntitle: 关于\n---\n\n本会的简介。\n\n${links}`;
  return { "pages/about.md": about, ...Object.fromEntries(contents) };
}

/** The site around one side of an example. */
function siteOf(kind: TextKind, source: string, isSiteListed: boolean): Files {
  switch (kind) {
    case "front-matter":
      return { ...right, ...besides(frontMatter(source) + text) };
    case "body":
      return { ...right, ...besides(`${frontMatter()}${source}\n`) };
    case "article":
      return { ...right, ...besides(`${source}\n`) };
    case "site":
      return { ...right, [siteFile]: settings(source) };
    case "files": {
      const { [siteFile]: site = "", ...others } = right;
      const listed = filesAt(source.split("\n"));
      return { ...others, ...(!isSiteListed && { [siteFile]: site }), ...listed };
    }
  }
}

/** The codes of the problems of a site, each once. */
async function codesOf(site: Files): Promise<string[]> {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { problems } = await loadSite({ folder, now: Date.UTC(2018, 0, 1) });
  return [...new Set(problems.map(({ code }) => code))];
}

/** The characters that an example writes as `<U+200B>`. */
const unseen = (source: string) =>
  source.replace(/<U\+([0-9A-F]{4,6})>/g, (_, hex) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );

test("only what no text can show is told in words", () => {
  const told = problemCodes.filter((code) => examples[code].of === "words");
  expect(told).toEqual(inWords);
});

test("examples are in the order of the codes", () => {
  expect(Object.keys(examples)).toEqual(problemCodes);
});

describe.each(problemCodes.filter((code) => examples[code].of !== "words"))("%s", (code) => {
  const example = examples[code];
  if (example.of === "words") return;
  const isSiteListed = example.right.split("\n").includes(siteFile);
  const codes = (side: string) => codesOf(siteOf(example.of, unseen(side), isSiteListed));

  test("the wrong example has this problem and no other", async () => {
    expect(await codes(example.wrong)).toEqual([code]);
  });

  test("the right example has no problem", async () => {
    expect(await codes(example.right)).toEqual([]);
  });
});

test("an example that differs in nothing is noticed", async () => {
  expect(await codesOf(right)).toEqual([]);
  expect(await codesOf(siteOf("body", "# 一、由来", false))).toEqual(["heading-level"]);
  expect(unseen("兴<U+200B>县")).toBe("兴\u200B县");
});
