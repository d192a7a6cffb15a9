import type { SiteSettings } from "../content/schema.ts";
import type { Link } from "../markdown/links.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { linkableAddresses } from "./addresses.ts";
import type { Document } from "./site.ts";

/**
 * Holds every link of every page against what the content folder has, and reports the ones that
 * lead nowhere: to a missing file, image or address, or to a heading that is not there.
 */
export function checkLinks(
  settings: SiteSettings,
  pages: readonly Document[],
  unreadable: ReadonlySet<string>,
  assets: ReadonlySet<string>,
  report: (problem: Problem) => void,
): void {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byAddress = new Map<string, Document | undefined>();
  for (const address of linkableAddresses(settings)) byAddress.set(address, undefined);
  for (const path of assets) byAddress.set(`/${path}`, undefined);
  for (const page of pages) {
    byAddress.set(page.address, page);
    for (const { address } of page.formerAddresses) byAddress.set(address, undefined);
  }

  const ids = new Map<Document, ReadonlySet<string>>();
  const idsOf = (page: Document) => {
    const known = ids.get(page) ?? new Set(page.outline.map(({ id }) => id));
    ids.set(page, known);
    return known;
  };
  const check = (from: Document, { target, image, written, line, column }: Link) => {
    const place = { file: from.path, line, column };
    const missing = () =>
      report(problem(image ? "image-missing" : "link-missing", place, { href: written }));
    let page: Document | undefined = from;
    if (target.kind === "file") {
      page = byPath.get(target.path);
      // A file with a problem of its own is told about there, not once more for each link to it.
      const exists = page || unreadable.has(target.path) || assets.has(target.path);
      if (!exists) return missing();
    } else if (target.kind === "address") {
      const address = target.address.endsWith("/") ? `${target.address}index.html` : target.address;
      if (!byAddress.has(address)) return missing();
      page = byAddress.get(address);
    }
    if (!page || !target.fragment) return;
    if (idsOf(page).has(target.fragment)) return;
    const known = page.outline.map(({ id }) => `#${id}`);
    report(problem("link-fragment", place, { href: written, known }));
  };
  for (const page of pages) {
    for (const link of page.links) check(page, link);
  }
}

/** The images and attachments that these pages use: paths in the content folder, sorted. */
export function usedAssets(pages: readonly Document[], assets: ReadonlySet<string>): string[] {
  const used = new Set<string>();
  for (const { links } of pages) {
    for (const { target } of links) {
      if (target.kind === "file" && assets.has(target.path)) used.add(target.path);
      else if (target.kind === "address" && assets.has(target.address.slice(1))) {
        used.add(target.address.slice(1));
      }
    }
  }
  return [...used].sort();
}
