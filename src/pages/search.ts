import { catalogue } from "../messages/index.ts";
import { pagesName, yearOf } from "../search/indexes.ts";
import { realSpace, wordPattern } from "../search/words.ts";
import { generatedPages, searchAddress } from "../site/addresses.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Page,
  type Plan,
  pageFrom,
} from "./page.ts";
import { scriptPage } from "./scripts.ts";

export interface SearchProps extends CommonProps {
  title: string;
  columns: { id: string; title: string }[];
  /** The years that have articles, the newest first: each has an index of its own. */
  years: string[];
  /** The name of the index of pages that are of no year. */
  pagesName: string;
  /** How words are told apart, as a pattern with the flag `u`; and what a space is in an index. */
  wordPattern: string;
  realSpace: string;
  /** The address of what searches; none in a preview, which has no index. */
  script?: string;
  /** Other ways to what the site has. */
  ways: Anchor[];
}

/** The page on which visitors search the site, if site.yaml wants it. */
export function* searchPages(plan: Plan): Generator<Page> {
  const { site, frame, listed, scripts, preview } = plan;
  const { settings } = site;
  if (!settings.search) return;
  const texts = catalogue(settings.lang).page;
  const url = searchAddress;
  yield pageFrom(url, "search", [frame, settings, listed, preview, scripts.search.url], () => ({
    ...common(plan, url, texts.search, { description: texts.searchDescription, section: url }),
    title: texts.search,
    columns: settings.columns.map(({ id, title }) => ({ id, title })),
    years: [...new Set(listed.lines.map(yearOf))],
    pagesName,
    wordPattern,
    realSpace,
    ...(!preview && { script: scripts.search.url }),
    ways: [
      ...columnAnchors(settings).values(),
      { title: texts.archive, href: generatedPages.archive },
      { title: texts.siteMap, href: generatedPages.sitemap },
    ],
  }));
  if (!preview) yield scriptPage(scripts.search);
}
