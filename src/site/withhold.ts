import { dateText, type SiteDate } from "../content/date.ts";
import type { Article, StandingPage, Withheld } from "./site.ts";

/**
 * Tells why a page is not to be published at a moment (milliseconds since 1970), or nothing where it
 * is. This is the only use of the clock: everything else on the site follows from it.
 */
export function withheldReason(page: Article | StandingPage, now: number): Withheld | undefined {
  const { path, title } = page;
  if (page.draft) return { path, title, reason: "draft" };
  if (page.kind !== "article") return undefined;
  const { date, expires } = page;
  if (date.instant > now) return { path, title, reason: "scheduled", date: dateText(date) };
  if (expires && expires.instant <= now) {
    return { path, title, reason: "expired", date: dateText(expires) };
  }
  return undefined;
}

/** Between which moments around this one the same of these articles is withheld. */
export function steadyAround(now: number, articles: readonly Article[]): [number, number] {
  let from = Number.MIN_SAFE_INTEGER;
  let until = Number.MAX_SAFE_INTEGER;
  const turn = ({ instant }: SiteDate) => {
    if (instant <= now) from = Math.max(from, instant);
    else until = Math.min(until, instant);
  };
  for (const { date, expires } of articles) {
    turn(date);
    if (expires) turn(expires);
  }
  return [from, until];
}

/**
 * Takes the links to withheld pages out of a rendered body and leaves their words: a published page
 * must not lead to one that is not there. `hrefs` are as the body has them.
 */
export function unlink(html: string, hrefs: ReadonlySet<string>): string {
  // Our renderer writes `href` first, and anchors never contain anchors.
  return html.replace(
    /<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs,
    (anchor, href: string, words: string) => (hrefs.has(href.replace(/#.*$/, "")) ? words : anchor),
  );
}
