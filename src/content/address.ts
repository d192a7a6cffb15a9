/** Where things are: paths in the content folder and addresses on the site. */

/** The file that describes the site, at the top of the content folder. */
export const siteFile = "site.yaml";

/** Pictures that an article may show, by the ending of the file name. */
export const imageTypes = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];

/** Films that an article may show. */
export const filmTypes = [".mp4", ".webm"];

/** Sounds that an article may play. */
export const soundTypes = [".mp3", ".m4a", ".ogg"];

/** What an article may show or play in the form of an image, `![text](file)`. */
export const shownTypes = [...imageTypes, ...filmTypes, ...soundTypes];

/** Files that visitors may be given to download or play, by the ending of the file name. */
export const attachmentTypes = [
  ".pdf",
  ".docx",
  ".xlsx",
  ".pptx",
  ".zip",
  ...soundTypes,
  ...filmTypes,
];

/** All files that may lie beside an article. */
export const fileTypes = [...imageTypes, ...attachmentTypes];

/** The `rel` of links that leave the site: where they lead learns nothing and gets no hold of it. */
export const outsideRel = "external noopener noreferrer";

/** The ending of a path in lower case, with its dot: `.png`; empty where there is none. */
export function extensionOf(path: string): string {
  // Without a pattern, as it is asked of every file of a site.
  const dot = path.lastIndexOf(".");
  const hasNone = dot === -1 || dot === path.length - 1 || path.includes("/", dot);
  return hasNone ? "" : path.slice(dot).toLowerCase();
}

/** Is this a picture, by the ending of its name? */
export function isImage(path: string): boolean {
  return imageTypes.includes(extensionOf(path));
}

/** The folder of content/ that holds standing pages. */
export const standingFolder = "pages";

/** Names that pages of the system have at the top of the site, without their `.html`. */
export const systemPages = ["index", "404", "search", "sitemap"];

/** Folders at the top of the site that the system alone puts files into. */
export const systemFolders = [
  ...["archive", "assets", "sitemap", "search"],
  ...["tags", "authors", "sources"],
];

/**
 * Is this the name of a device to Windows, with any ending or none? A file of that name could not be
 * checked out there.
 * https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(name);
}

/** `about` for `pages/about.md`. */
export function pageName(path: string): string {
  return path.slice(path.indexOf("/") + 1, -".md".length);
}

/**
 * The address of a file of the content folder, as text that a person reads (not percent-encoded):
 * `news/2017/a.md` is at `/news/2017/a.html`, `pages/about.md` at `/about.html`, anything else at
 * its own path.
 */
export function addressOf(path: string): string {
  if (extensionOf(path) !== ".md") return `/${path}`;
  const page = path.startsWith(`${standingFolder}/`) ? path.slice(standingFolder.length + 1) : path;
  return `/${page.slice(0, -".md".length)}.html`;
}

/** The folder of a path, with the slash after it: `news/2017/`; empty where it is in none. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** An address as it is written into HTML: percent-encoded, the slashes kept (RFC 3986). */
export function toHref(address: string, fragment?: string): string {
  // Most addresses are as they stand, and every page has many.
  const isPlain = /^[\w./-]*$/.test(address);
  const path = isPlain ? address : address.split("/").map(encodeURIComponent).join("/");
  return fragment ? `${path}#${encodeURIComponent(fragment)}` : path;
}
