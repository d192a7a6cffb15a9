import { cardOf, type Variant, type VariantFormat, variantsOf } from "../assets/variants.ts";
import { addressOf, extensionOf, isImage, toHref } from "../content/address.ts";
import { fileOf } from "../site/links.ts";
import type { Article, Document, Site } from "../site/site.ts";

/** A file that a page shows or leads to, as what the page must know of it before it is loaded. */
export type Medium = Picture | Film | Attachment;

/** An image. Layouts show it with `PictureElement`. Hrefs are percent-encoded. */
export interface Picture {
  kind: "picture";
  /** Where it is as its editor made it. */
  href: string;
  /** How large that is, in pixels; absent where it can't be told. */
  width?: number;
  height?: number;
  /** The same encoded anew, the best format first, each from the narrowest to the widest. */
  variants: { format: VariantFormat; files: { href: string; width: number }[] }[];
}

/** A film or sound, or another file that visitors may have. */
export interface Attachment {
  kind: "attachment";
  href: string;
  /** What it is, for people: `PDF`. */
  type: string;
  /** In bytes. */
  size: number;
}

export interface Film extends Omit<Attachment, "kind"> {
  kind: "film";
  width: number;
  height: number;
}

/** The picture of a page where others show it: small pages of messages, search results. */
export interface SharedPicture {
  /** Its whole address. */
  address: string;
  width?: number;
  height?: number;
}

type Files = Pick<Site, "files">;

/** Nothing is encoded anew where there is no encoder, as while an editor writes. */
type Encoder = string | undefined;

/** Gives for each document the files that it shows or links to; one object for one file. */
export function mediaOf({ files }: Files, encoder: Encoder): (page: Document) => Medium[] {
  const known = new Map<string, Medium>();
  const none: Medium[] = [];
  return ({ links }) => {
    if (links.length === 0 || files.size === 0) return none;
    const paths = new Set(links.map(fileOf));
    return [...paths].flatMap((path) => {
      const medium = known.get(path) ?? mediumOf({ files }, path, encoder);
      if (medium) known.set(path, medium);
      return medium ?? [];
    });
  };
}

function mediumOf({ files }: Files, path: string, encoder: Encoder): Medium | undefined {
  if (isImage(path)) return pictureOf({ files }, path, encoder);
  const file = files.get(path);
  if (!file) return undefined;
  const { size, pixels } = file;
  const type = extensionOf(path).slice(1).toUpperCase();
  const attachment = { href: toHref(addressOf(path)), type, size };
  if (!pixels) return { kind: "attachment", ...attachment };
  return { kind: "film", ...attachment, width: pixels.width, height: pixels.height };
}

/** The image at a path of the content folder, as any page may show it. */
export function pictureOf({ files }: Files, path: string, encoder: Encoder): Picture | undefined {
  const file = files.get(path);
  if (!file) return undefined;
  const { pixels } = file;
  const variants: Picture["variants"] = [];
  for (const { format, address, width } of encoder ? variantsOf(file, encoder) : []) {
    if (variants.at(-1)?.format !== format) variants.push({ format, files: [] });
    variants.at(-1)?.files.push({ href: toHref(address), width });
  }
  return {
    kind: "picture",
    href: toHref(addressOf(path)),
    ...(pixels && { width: pixels.width, height: pixels.height }),
    variants,
  };
}

/** May an article show or link to files? Most of a large site do not. */
export function hasFiles({ links, picture }: Article): boolean {
  return links.length > 0 || picture !== undefined;
}

/** What is narrower is an ornament, and stands for no article unless its front matter says so. */
const leastLeadWidth = 480;

/** The image that stands for an article, by its path: as front matter says, else the first shown. */
export function leadPictureOf({ files }: Files, { picture, links }: Article): string | undefined {
  if (picture !== undefined) return picture;
  for (const link of links) {
    const path = link.image ? fileOf(link) : "";
    if ((files.get(path)?.pixels?.width ?? 0) >= leastLeadWidth) return path;
  }
  return undefined;
}

/** The picture of an article where others show it. */
export function sharedPictureOf(
  { settings, files }: Pick<Site, "settings" | "files">,
  article: Article,
  encoder: Encoder,
): SharedPicture | undefined {
  const lead = leadPictureOf({ files }, article);
  if (lead === undefined) return undefined;
  const file = files.get(lead);
  const card = file && encoder ? cardOf(file, encoder) : undefined;
  const size = card ?? file?.pixels;
  return {
    address: settings.url + toHref(card?.address ?? addressOf(lead)),
    ...(size && { width: size.width, height: size.height }),
  };
}

/** The picture of a list: that of the first of its articles that has one. */
export function sharedPictureAmong(
  site: Pick<Site, "settings" | "files">,
  articles: readonly Article[],
  encoder: Encoder,
): SharedPicture | undefined {
  const first = articles.find((article) => leadPictureOf(site, article) !== undefined);
  return first && sharedPictureOf(site, first, encoder);
}

/** Every variant that a page of the site may load, by its path in the output folder. */
export function variantsOfSite(site: Site, encoder: string): Map<string, Variant> {
  const { articles, standingPages, files } = site;
  const shown = new Set<string>();
  const variants = new Map<string, Variant>();
  const add = (variant: Variant) => variants.set(variant.address.slice(1), variant);
  if (files.size === 0) return variants;
  for (const { links } of [...articles, ...standingPages]) {
    for (const link of links) if (link.image) shown.add(fileOf(link));
  }
  for (const path of shown) {
    const file = files.get(path);
    if (file) variantsOf(file, encoder).forEach(add);
  }
  for (const article of articles) {
    const file = files.get(leadPictureOf(site, article) ?? "");
    const card = file && cardOf(file, encoder);
    if (card) add(card);
  }
  return variants;
}
