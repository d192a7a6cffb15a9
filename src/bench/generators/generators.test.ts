import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../testing/files.ts";
import { makeArticle } from "../articles.ts";
import { site } from "../site.ts";
import { generators } from "./index.ts";

const folder = join(projectFolder, "src/bench/generators");
const others = generators.filter(({ templates }) => templates);

describe.each(others)("the templates of $name", ({ id }) => {
  const files = readdirSync(join(folder, id), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const all = files.join("\n");

  test("hold the words of the site", () => {
    const { sponsor, icp, copyright, address, postcode, phones, email } = site.footer;
    const titles = site.columns.map(({ title }) => title);
    const words = [site.title, site.description, ...titles, sponsor, icp, copyright, address];
    for (const word of [...words, postcode, ...phones, email]) expect(all).toContain(word);
  });

  test("name exact versions of packages", () => {
    const manifest = files.find((text) => text.includes('"dependencies"')) ?? "{}";
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(manifest) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.values({ ...dependencies, ...optionalDependencies });
    expect(versions.length > 0).toBe(id !== "hugo");
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

test("every generator gets the same words of an article", () => {
  const article = makeArticle(3, 10, 7);
  const { title, source, author, editor, summary, tags, body } = article;
  for (const generator of generators) {
    const text = generator.articleText(article);
    const [, frontMatter = ""] = text.split("---\n");
    for (const value of [title, source, author, editor, summary, tags.join(", ")]) {
      expect(frontMatter).toContain(value);
    }
    expect(text.endsWith(`---\n\n${body}`)).toBe(true);
  }
});
