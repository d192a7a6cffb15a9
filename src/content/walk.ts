import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import {
  compareText,
  type Problem,
  type ProblemCode,
  type ProblemParams,
  problem,
} from "../problems/problem.ts";
import { extensionOf, fileTypes, isDeviceName, siteFile, standingFolder } from "./address.ts";

/** The files of a content folder by what they are; paths are relative to it, sorted. */
export interface ContentFiles {
  articles: string[];
  standingPages: string[];
  /** Images and attachments. */
  assets: string[];
  hasSite: boolean;
  /** Files that lie there but can't be used: of a kind that is not taken, or for their name. */
  refused: { path: string; isKind: boolean }[];
}

const maxNameBytes = 200;

// What operating systems, office programs and git leave behind; nobody means to publish it.
const leftBehind = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.git(?:keep|ignore)|~\$.*)$/i;

/** Folders of articles: `news/2017`. */
const ofArticles = new RegExp(`^(?!${standingFolder}/)[^/]+/\\d{4}$`);

/** Names as most articles have them: nothing can be wrong with one. */
const ordinary = /^\d[a-z\d-]{0,100}\.md$/;

const unusable = /[^\p{L}\p{N}\p{M}_.()+@=~\u3001-\u303F\uFF01-\uFF60“”‘’—…·-]/u;
const unusableRuns = new RegExp(`(?:${unusable.source}|-)+`, "gu");

/**
 * The paths of all that is in a folder, sorted, where that is known: files that a walk has listed
 * before, and that are what they were. The folder is told as `news/2017/`, or empty for the whole.
 */
export type KnownPaths = (folder: string) => readonly string[] | undefined;

/**
 * Lists the files of a content folder. What is no article, standing page, image, attachment or
 * site.yaml, or not where it belongs, is a problem; links are never followed, so nothing outside
 * the folder is ever read.
 */
export function walk(
  folder: string,
  report: (problem: Problem) => void,
  knownPaths: KnownPaths = () => undefined,
): ContentFiles {
  const files: ContentFiles = {
    articles: [],
    standingPages: [],
    assets: [],
    hasSite: false,
    refused: [],
  };
  const refuse = <C extends ProblemCode>(file: string, code: C, params: ProblemParams<C>) => {
    files.refused.push({ path: file, isKind: code === "file-unexpected" });
    report(problem(code, { file, line: 1, column: 1 }, params));
  };

  const visit = (path: string) => {
    const isOfArticles = ofArticles.test(path);
    const known = knownPaths(path && `${path}/`);
    if (known) {
      for (const child of known) {
        if (isOfArticles && child.endsWith(".md")) files.articles.push(child);
        else place(child);
      }
      return;
    }
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const child = path ? `${path}/${entry.name}` : entry.name;
      // Of a large site nearly all are such.
      if (isOfArticles && ordinary.test(entry.name) && entry.isFile()) {
        files.articles.push(child);
        continue;
      }
      if (leftBehind.test(entry.name)) continue;
      const isFolder = entry.isDirectory();
      const fault = faultOfName(entry.name, isFolder);
      const bytes = Buffer.byteLength(entry.name);
      if (entry.isSymbolicLink()) {
        refuse(child, "file-symlink", { target: readlinkSync(join(folder, child)) });
      } else if (fault) {
        refuse(child, "file-name", { ...fault, isFolder, right: rightNames(entry.name, isFolder) });
      } else if (bytes > maxNameBytes)
        refuse(child, "file-name-long", { bytes, max: maxNameBytes });
      else if (entry.isDirectory()) visit(child);
      else if (entry.isFile()) place(child);
      else refuse(child, "file-unexpected", { allowed: fileTypes, ending: "" });
    }
  };
  const place = (path: string) => {
    const folders = path.split("/");
    const name = folders.pop() ?? "";
    const extension = extensionOf(name);
    if (path === siteFile) files.hasSite = true;
    else if (extension === ".md") {
      if (folders.length === 1 && folders[0] === standingFolder) files.standingPages.push(path);
      else if (ofArticles.test(folders.join("/"))) files.articles.push(path);
      else refuse(path, "file-misplaced", { name });
    } else if (!fileTypes.includes(extension)) {
      refuse(path, "file-unexpected", { allowed: fileTypes, ending: extension });
    } else if (folders.length === 0) refuse(path, "file-misplaced", { name });
    else files.assets.push(path);
  };

  visit("");
  return files;
}

/** The rule that a name breaks, and the character by which it does. */
function faultOfName(
  name: string,
  isFolder: boolean,
): Pick<ProblemParams<"file-name">, "rule" | "character"> | undefined {
  // A letter and its accent as two characters, which looks the same as one.
  if (name.normalize("NFC") !== name) {
    return { rule: "accent", character: /.\p{M}+/u.exec(name)?.[0] ?? name };
  }
  if (name.startsWith(".")) return { rule: "first-dot", character: "." };
  // Windows drops it.
  if (name.endsWith(".")) return { rule: "last-dot", character: "." };
  // A folder named like a file, `a.html`, would stand where the page of an article does.
  if (isFolder && name.includes(".")) return { rule: "folder-dot", character: "." };
  if (isDeviceName(name)) return { rule: "device", character: name.replace(/\..*$/, "") };
  const [character] = unusable.exec(name) ?? [];
  if (!character) return undefined;
  return { rule: /^\s$/.test(character) ? "space" : "character", character };
}

/** A name that is wrong put right, in one way or two: without what is wrong, or with a hyphen for it. */
function rightNames(name: string, isFolder: boolean): string[] {
  const ending = isFolder ? "" : extensionOf(name);
  const stem = name.slice(0, name.length - ending.length).normalize("NFC");
  const names = ["", "-"].map((sign) => {
    const dots = isFolder ? stem.replace(/(?<=.)\.+(?=.)/g, sign) : stem;
    const whole = dots.replace(unusableRuns, (found) => {
      if (!unusable.test(found)) return found;
      return found.includes("-") ? "-" : sign;
    });
    const bare = whole.replace(/^[.-]+|[.-]+$/g, "");
    return `${bare}${isDeviceName(bare) ? "-1" : ""}${ending.replace(/\.$/, "")}`;
  });
  return [...new Set(names)].filter(
    (one) => one !== ending && one !== name.normalize("NFC") && !faultOfName(one, isFolder),
  );
}
