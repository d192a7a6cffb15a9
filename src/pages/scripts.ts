import { type Page, type Plan, page } from "./page.ts";

/** What pages may load: each the name of a file in layouts/scripts/. */
export const scriptNames = ["early", "site", "speech", "latest", "search"] as const;

export type ScriptName = (typeof scriptNames)[number];

/** A script of the site. */
export interface Script {
  /** Its address, which changes with its code. */
  url: string;
  code: string;
}

export type Scripts = Readonly<Record<ScriptName, Script>>;

/** A script as the text of its file. */
export interface ScriptProps {
  code: string;
}

/** The scripts of every site; `early` has no file, since it stands in the pages themselves. */
export function* scriptPages({ scripts }: Plan): Generator<Page> {
  for (const name of ["site", "speech"] as const) yield scriptPage(scripts[name]);
}

/** The file of a script. */
export function scriptPage({ url, code }: Script): Page {
  return page(url, "script", () => ({ code }));
}
