import type { Catalogue } from "../src/messages/index.ts";
import type { Attachment, Film, Medium, Picture } from "../src/pages/media.ts";

/** How wide a picture is on the page, for those who choose among its variants. */
export type Sizes = "reading" | "gallery";

/** The measure of a body and the least width of a picture in a gallery, in CSS pixels. */
const columnWidth = { reading: 660, gallery: 340 };

/** A `<source>` of a picture, or what its `<img>` can choose from. */
export interface SourceSet {
  type: string;
  srcset: string;
  sizes: string;
}

/** What browsers may choose from in the place of a picture, the best format first. */
export function sourceSetsOf({ variants, width = 0 }: Picture, where: Sizes): SourceSet[] {
  const most = Math.min(columnWidth[where], width);
  const sizes = `(min-width: ${most + 40}px) ${most}px, calc(100vw - 2rem)`;
  return variants.map(({ format, files }) => ({
    type: `image/${format}`,
    srcset: files.map((file) => `${file.href} ${file.width}w`).join(", "),
    sizes,
  }));
}

/** Tags of a rendered body that are about files: our renderer writes `src` and `href` first. */
const tags =
  /<div class="gallery">|<\/div>|<(?:img|video|audio) src="([^"]*)"[^>]*>|<a href="([^"]*)"[^>]*>|<\/a>/g;

/**
 * A rendered body with what is known of the files in it: a place is kept for each picture and film
 * before it is loaded, pictures can be had in the size and format that suits, the first of them at
 * once and the others when they come near, and attachments tell their type and size. The body itself
 * knows nothing of these: it is kept from build to build, while files change.
 */
export function withMedia(
  html: string,
  media: readonly Medium[],
  texts: Pick<Catalogue["page"], "attachment">,
): string {
  if (media.length === 0) return html;
  const known = new Map(media.map((medium) => [medium.href, medium]));
  let where: Sizes = "reading";
  let isFirst = true;
  let link: { medium: Attachment | Film; start: number } | undefined;
  return html.replace(
    tags,
    (tag, src: string | undefined, href: string | undefined, at: number) => {
      if (tag === "</a>") {
        const note = link ? noteOf(link.medium, html.slice(link.start, at), texts) : "";
        link = undefined;
        return note + tag;
      }
      if (href !== undefined) {
        const medium = known.get(href.replace(/#.*$/, ""));
        if (!medium || medium.kind === "picture") return tag;
        link = { medium, start: at + tag.length };
        return tag.replace(/>$/, ' class="attachment">');
      }
      if (src === undefined) {
        where = tag === "</div>" ? "reading" : "gallery";
        return tag;
      }
      const medium = known.get(src);
      if (medium?.kind === "film") return sized(tag, medium);
      if (medium?.kind !== "picture") return tag;
      const shown = isFirst ? tag.replace('"lazy"', '"eager" fetchpriority="high"') : tag;
      isFirst = false;
      return pictureTag(sized(shown, medium), medium, where);
    },
  );
}

/** A rendered body whose pictures and films tell their size, for those who lay it out themselves. */
export function withSizes(html: string, media: readonly Medium[]): string {
  if (media.length === 0) return html;
  const known = new Map(media.map((medium) => [medium.href, medium]));
  return html.replace(/<(?:img|video) src="([^"]*)"[^>]*>/g, (tag, src: string) => {
    const medium = known.get(src);
    return medium && medium.kind !== "attachment" ? sized(tag, medium) : tag;
  });
}

function sized(tag: string, { width, height }: Picture | Film): string {
  return width && height ? tag.replace(/>$/, ` width="${width}" height="${height}">`) : tag;
}

function pictureTag(image: string, picture: Picture, where: Sizes): string {
  const sets = sourceSetsOf(picture, where);
  if (sets.length === 0) return image;
  const last = sets.at(-1);
  const [sources, own] =
    last?.type === "image/jpeg" ? [sets.slice(0, -1), last] : [sets, undefined];
  const written = sources.map(
    ({ type, srcset, sizes }) => `<source type="${type}" srcset="${srcset}" sizes="${sizes}">`,
  );
  const chosen = own ? ` srcset="${own.srcset}" sizes="${own.sizes}"` : "";
  return `<picture>${written.join("")}${image.replace(/>$/, `${chosen}>`)}</picture>`;
}

function noteOf(
  { type, size }: Attachment | Film,
  words: string,
  texts: Pick<Catalogue["page"], "attachment">,
): string {
  // Many editors write `年报（PDF）` themselves.
  const told = words.toUpperCase().includes(type);
  const note = texts.attachment({ size: sizeText(size), ...(!told && { type }) });
  return `<small>${note}</small>`;
}

const units = ["KB", "MB", "GB"] as const;

/** The size of a file as people read it, as file managers of Windows tell it: `1.2 MB`. */
export function sizeText(bytes: number): string {
  let value = Math.max(bytes / 1024, 0.1);
  let unit = 0;
  // What would be rounded to 1024 is one of the next unit.
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)} ${units[unit]}`;
}
