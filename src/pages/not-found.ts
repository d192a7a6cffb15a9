import { catalogue } from "../messages/index.ts";
import { generatedPages } from "../site/addresses.ts";
import {
  type Anchor,
  type CommonProps,
  columnAnchors,
  common,
  type Page,
  type Plan,
  page,
} from "./page.ts";

export interface NotFoundProps extends CommonProps {
  archive: string;
  columns: Anchor[];
}

/** What a visitor sees at an address that has nothing. */
export function* notFoundPages(plan: Plan): Generator<Page> {
  const { settings } = plan.site;
  const url = "/404.html";
  yield page(url, "notFound", () => ({
    ...common(plan, url, catalogue(settings.lang).page.notFound),
    archive: generatedPages.archive,
    columns: [...columnAnchors(settings).values()],
  }));
}
