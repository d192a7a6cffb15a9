import type { ComponentType } from "preact";
import { renderToString } from "preact-render-to-string";
import type { LayoutName, LayoutProps, Page } from "../src/pages/page.ts";
import { Archive, Month } from "./archive.tsx";
import { Article } from "./article.tsx";
import { Column } from "./column.tsx";
import { Home } from "./home.tsx";
import { Moved } from "./moved.tsx";
import { NotFound } from "./not-found.tsx";
import { Problems, type ProblemsProps } from "./problems.tsx";
import { SiteMap } from "./site-map.tsx";
import { Standing } from "./standing.tsx";

/** Every layout, by the name that pages call it. */
const layouts: { [L in LayoutName]: ComponentType<LayoutProps[L]> } = {
  home: Home,
  column: Column,
  article: Article,
  archive: Archive,
  month: Month,
  standing: Standing,
  siteMap: SiteMap,
  moved: Moved,
  notFound: NotFound,
};

/** A page as a whole HTML document. What comes out depends on the layout and its props alone. */
export function renderPage({ layout, props }: Page): string {
  const Layout = layouts[layout] as ComponentType<LayoutProps[LayoutName]>;
  return `<!doctype html>\n${renderToString(<Layout {...props} />)}\n`;
}

/** The problems of a content folder as a whole HTML document, for the dev server. */
export function renderProblems(props: ProblemsProps): string {
  return `<!doctype html>\n${renderToString(<Problems {...props} />)}\n`;
}
