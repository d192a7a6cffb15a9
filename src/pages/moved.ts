import { toHref } from "../content/address.ts";
import { type Anchor, type CommonProps, common, type Page, type Plan, page } from "./page.ts";

export interface MovedProps extends CommonProps {
  to: Anchor;
}

/** A page at each former address, which leads to where its content is now. */
export function* movedPages(plan: Plan): Generator<Page> {
  const { articles, withdrawn, standingPages } = plan.site;
  for (const document of [...articles, ...withdrawn, ...standingPages]) {
    for (const former of document.formerAddresses) {
      const { title, address } = document;
      // The canonical address is the new one: search engines follow it.
      yield page(former.address, "moved", () => ({
        ...common(plan, address, title),
        to: { title, href: toHref(address) },
      }));
    }
  }
}
