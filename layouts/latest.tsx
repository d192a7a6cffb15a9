import { renderToString } from "preact-render-to-string";
import { catalogue } from "../src/messages/index.ts";
import type { LatestProps } from "../src/pages/latest.ts";
import { EntryList } from "./entry-list.tsx";

/** The latest articles as they stand beside an article, without a document around them. */
export function latest({ lang, groups }: LatestProps): string {
  const texts = catalogue(lang).page;
  return `${renderToString(<EntryList groups={groups} level={3} texts={texts} />)}\n`;
}
