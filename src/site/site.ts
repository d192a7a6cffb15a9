import type { AssetFile } from "../assets/variants.ts";
import type { ArticleFields, SiteSettings, StandingPageFields } from "../content/schema.ts";
import type { Rendered } from "../markdown/render.ts";
import type { Position } from "../problems/problem.ts";
import type { Bodies } from "./bodies.ts";

/** What an article and a standing page have in common once they are read. Plain data. */
export interface Document extends Omit<Rendered, "html"> {
  /** The name under which its rendered body is kept: bodies are large, and few need them. */
  body: string;
  /** Path in the content folder: `news/2017/a.md`. */
  path: string;
  /** Address on the site: `/news/2017/a.html`. */
  address: string;
  /** Former addresses, with the place where each is written. */
  formerAddresses: (Position & { address: string })[];
}

/** An article: its front matter, its rendered body and where it belongs. */
export interface Article extends Document, Omit<ArticleFields, "aliases" | "image"> {
  kind: "article";
  /** The id of its column. */
  column: string;
  /** Path in the content folder of the picture that stands for it. */
  picture?: string;
}

/** What lists and links are made from that lead to an article: so much of it, and nothing else. */
export type Line = Pick<
  Article,
  "title" | "address" | "column" | "date" | "updated" | "tags" | "author" | "source"
>;

export interface StandingPage extends Document, Omit<StandingPageFields, "aliases"> {
  kind: "standing";
}

/** A file with problems: its links are still checked, so that all problems are told at once. */
export interface Unfinished extends Document {
  kind: "unfinished";
}

/** Why something that is in the content folder is not on the site. */
export interface Withheld {
  path: string;
  title: string;
  reason: "draft" | "scheduled" | "expired";
  /** When it will be, or was, due: `2017-07-07 10:34`. */
  date?: string;
}

/** All that the pages are made from. */
export interface Site {
  settings: SiteSettings;
  bodies: Bodies;
  /** Published articles, newest first, then by path. */
  articles: readonly Article[];
  /** Articles of which nothing is left but what says that they were withdrawn, in the same order. */
  withdrawn: readonly Article[];
  /** Published standing pages, by path. */
  standingPages: readonly StandingPage[];
  withheld: readonly Withheld[];
  /** Between which moments the same is published: from the first on, before the second. */
  steady: [from: number, until: number];
  /** Images and attachments that something published uses: paths in the content folder, sorted. */
  assets: readonly string[];
  /** What is known of them, by path. */
  files: ReadonlyMap<string, AssetFile>;
}
