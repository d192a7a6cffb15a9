import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn } from "../build/manifest.ts";
import { temporaryFolder } from "../testing/files.ts";
import { editOf, makeArticle } from "./articles.ts";
import { jinsui } from "./generators/jinsui.ts";
import { change, type SiteState } from "./scenarios.ts";
import { layArticles, layTemplates } from "./work-folder.ts";

const size = 4;

/** A site that was built once, as far as it matters here. */
function makeState(): SiteState {
  const folder = join(temporaryFolder(), "site");
  layTemplates(folder, jinsui);
  layArticles(new Map([[jinsui, folder]]), size, 7);
  const laidOut = readdirSync(folder);
  for (const made of ["dist", "dist.cache"]) {
    mkdirSync(join(folder, made));
    writeFileSync(join(folder, made, "file"), "");
  }
  return { generator: jinsui, folder, laidOut, size, edits: 0, additions: 0 };
}

const textOf = (state: SiteState, article: ReturnType<typeof makeArticle>) =>
  readFileSync(join(state.folder, jinsui.articlePath(article)), "utf8");

describe("before a build", () => {
  test("from scratch, all that a build has made is gone, and no article", () => {
    const state = makeState();
    expect(change(state, "cold", 7)).toEqual(makeArticle(0, size, 7));
    expect(readdirSync(state.folder)).toEqual(["content"]);
    expect(filesIn(state.folder)).toHaveLength(size + 1);
  });

  test("without a change, there is none", () => {
    const state = makeState();
    const before = filesIn(state.folder);
    change(state, "nochange", 7);
    expect(filesIn(state.folder)).toEqual(before);
    expect(before).toContain("dist/file");
  });

  test("with an edit, one article has a sentence more, each time another one", () => {
    const state = makeState();
    const before = filesIn(state.folder);
    const edited = [change(state, "edit", 7), change(state, "edit", 7)];
    expect(filesIn(state.folder)).toEqual(before);
    expect(edited.map((article) => article.slug)).toEqual(
      [3, 0].map((index) => makeArticle(index, size, 7).slug),
    );
    for (const [index, article] of edited.entries()) {
      expect(article.body).toContain(editOf(index + 1));
      expect(textOf(state, article)).toContain(editOf(index + 1));
    }
  });

  test("with a new article, there is one more, newer than all others, each time", () => {
    const state = makeState();
    for (const number of [1, 2]) {
      expect(change(state, "new", 7)).toEqual(makeArticle(0, size, 7));
      expect(filesIn(join(state.folder, "content"))).toHaveLength(size + 1 + number);
      expect(state.additions).toBe(number);
    }
    const last = makeArticle(size - 1, size, 7);
    expect(state.newest && state.newest.date > last.date).toBe(true);
    expect(state.newest && textOf(state, state.newest)).toContain(state.newest?.title);
  });
});
