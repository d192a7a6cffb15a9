import { type BenchArticle, editArticle, makeArticle, makeNewest } from "./articles.ts";
import type { SiteGenerator } from "./generators/generator.ts";
import { clear, layArticle } from "./work-folder.ts";

/** What happens between two builds. */
export const scenarios = ["cold", "nochange", "edit", "new"] as const;
export type Scenario = (typeof scenarios)[number];

/** A site that a generator builds, and what was done to it since it was laid out. */
export interface SiteState {
  generator: SiteGenerator;
  folder: string;
  /** The entries of the folder that were laid out, by no build. */
  laidOut: readonly string[];
  size: number;
  edits: number;
  additions: number;
  /** The last article that was added. */
  newest?: BenchArticle;
}

/**
 * Does to a site what a scenario has happen before a build. Gives an article by whose page it can be
 * seen whether the build took notice.
 */
export function change(state: SiteState, scenario: Scenario, seed: number): BenchArticle {
  const { generator, folder, size, laidOut } = state;
  const oldest = makeArticle(0, size, seed);
  switch (scenario) {
    case "cold":
      clear(folder, generator, laidOut);
      return oldest;
    case "nochange":
      return oldest;
    case "edit": {
      const number = ++state.edits;
      // From the middle: an edit of one of the latest would show on more pages.
      const index = Math.floor(size / 2 + number) % size;
      const article = editArticle(makeArticle(index, size, seed), number);
      layArticle(folder, generator, article);
      return article;
    }
    case "new":
      state.newest = makeNewest(size + state.additions++, size, seed);
      layArticle(folder, generator, state.newest);
      return oldest;
  }
}
