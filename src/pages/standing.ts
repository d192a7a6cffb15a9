import { toHref } from "../content/address.ts";
import type { StandingPage } from "../site/site.ts";
import { type ShownDate, shownDate } from "./article.ts";
import { type Medium, mediaOf } from "./media.ts";
import { type CommonProps, common, type Frame, type Page, type Plan, pageFrom } from "./page.ts";

export interface StandingProps extends CommonProps {
  title: string;
  updated?: ShownDate;
  /** The name of the rendered body. */
  body: string;
  /** The files that its body shows or links to. */
  media: Medium[];
}

/** A page for each standing page: about, contact. */
export function* standingPages(plan: Plan): Generator<Page> {
  const media = mediaOf(plan.site, plan.encoder);
  for (const standing of plan.site.standingPages) {
    const from = [plan.frame, standing, media(standing)] as const;
    yield pageFrom(standing.address, "standing", from, propsOf, standing.path);
  }
}

function propsOf(
  frame: Frame,
  { address, title, summary, excerpt, updated, body }: StandingPage,
  media: Medium[],
): StandingProps {
  return {
    ...common({ frame }, address, title, {
      description: summary ?? excerpt,
      section: toHref(address),
    }),
    title,
    ...(updated && { updated: shownDate(updated) }),
    body,
    media,
  };
}
