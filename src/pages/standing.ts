import { toHref } from "../content/address.ts";
import { type ShownDate, shownDate } from "./article.ts";
import { type CommonProps, common, type Page, type Plan, page } from "./page.ts";

export interface StandingProps extends CommonProps {
  title: string;
  updated?: ShownDate;
  /** The name of the rendered body. */
  body: string;
}

/** A page for each standing page: about, contact. */
export function* standingPages(plan: Plan): Generator<Page> {
  for (const { address, title, summary, excerpt, updated, body } of plan.site.standingPages) {
    yield page(address, "standing", () => ({
      ...common(plan, address, title, {
        description: summary ?? excerpt,
        section: toHref(address),
      }),
      title,
      ...(updated && { updated: shownDate(updated) }),
      body,
    }));
  }
}
