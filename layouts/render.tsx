import type { ComponentType } from "preact";
import { renderToString } from "preact-render-to-string";
import { type DocumentProps, isHtmlPage, type MachineProps, type Page } from "../src/pages/page.ts";
import { Archive, Month } from "./archive.tsx";
import { Article } from "./article.tsx";
import { atom } from "./atom.ts";
import { BodiesContext, type KeptBodies } from "./body.tsx";
import { Column } from "./column.tsx";
import { Home } from "./home.tsx";
import { jsonFeed } from "./json-feed.ts";
import { latest } from "./latest.tsx";
import { Moved } from "./moved.tsx";
import { NameIndex, NameList } from "./names.tsx";
import { NotFound } from "./not-found.tsx";
import { Problems, type ProblemsProps } from "./problems.tsx";
import { robots } from "./robots.ts";
import { rss } from "./rss.ts";
import { Search } from "./search.tsx";
import { SiteMap } from "./site-map.tsx";
import { sitemap, sitemapIndex } from "./sitemap.ts";
import { Standing } from "./standing.tsx";
import { Withdrawn } from "./withdrawn.tsx";

/** Every layout of HTML pages, by the name that pages call it. */
const documents: { [L in keyof DocumentProps]: ComponentType<DocumentProps[L]> } = {
  home: Home,
  column: Column,
  article: Article,
  withdrawn: Withdrawn,
  archive: Archive,
  month: Month,
  nameList: NameList,
  nameIndex: NameIndex,
  standing: Standing,
  siteMap: SiteMap,
  search: Search,
  moved: Moved,
  notFound: NotFound,
};

/** Every layout of files for machines, and of what a page loads. */
const machines: {
  [L in keyof MachineProps]: (props: MachineProps[L], bodies: KeptBodies) => string;
} = {
  latest,
  script: ({ code }) => code,
  atom,
  rss,
  jsonFeed,
  sitemap,
  sitemapIndex,
  robots,
};

/**
 * A page as the text of its file: a whole HTML document, or what its format asks for. What comes out
 * depends on the layout, its props and the bodies that they name alone.
 */
export function renderPage(page: Page, bodies: KeptBodies): string {
  if (!isHtmlPage(page)) {
    const render = machines[page.layout] as (
      props: MachineProps[keyof MachineProps],
      bodies: KeptBodies,
    ) => string;
    return render(page.props, bodies);
  }
  const { layout, props } = page;
  const Layout = documents[layout] as ComponentType<DocumentProps[keyof DocumentProps]>;
  const document = (
    <BodiesContext.Provider value={bodies}>
      <Layout {...props} />
    </BodiesContext.Provider>
  );
  return `<!doctype html>\n${renderToString(document)}\n`;
}

/** The problems of a content folder as a whole HTML document, for the dev server. */
export function renderProblems(props: ProblemsProps): string {
  return `<!doctype html>\n${renderToString(<Problems {...props} />)}\n`;
}
