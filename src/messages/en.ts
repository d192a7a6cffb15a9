/** Every sentence the system says in English; `zh-Hans.ts` defines which there must be. */

import type { Catalogue } from "./index.ts";
import {
  type EmailCause,
  type Explanation,
  newEndings,
  siteLines,
  type WrongAddress,
  type YamlSlip,
} from "./zh-Hans.ts";

/** What the word means is said where a message has it first. */
const frontMatter = "the front matter (between the two lines --- at the start)";

/** How an article, or a standing page, starts. */
const opening = (standing: boolean) => [
  "---",
  "title: The title",
  ...(standing ? [] : ["date: 2017-07-07 10:34"]),
  "---",
  "",
  "The text",
];

const list = (items: readonly string[]) => items.join(", ");

/** The name of a file, without its folders. */
const nameIn = (file: string) => file.slice(file.lastIndexOf("/") + 1);

/** `name` for `source.name`: what is written before the colon. */
const written = (key: string) => key.slice(key.lastIndexOf(".") + 1);

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** How a value is written that is meant as text. */
function asText({ right, chinese }: YamlSlip, example: string): string {
  return `${chinese ? " (Chinese quotes are none here)" : ""}${right ? `: ${right}` : `, such as ${example}`}`;
}

/** What is wrong with a web address. */
function addressFault({ cause, character = "" }: WrongAddress): string {
  return {
    scheme: "it must start with https:// or http://",
    space: "there is a space in it",
    end: `“${character}” at its end is no part of it`,
    character: `a domain cannot have “${character}” in it`,
    user: "the user name or password before its @ must not be published",
    other: "it is incomplete or misspelt",
  }[cause];
}

const emailFaults = {
  at: "it needs one half-width @, and no more",
  space: "there is a space in it",
  name: "there is no name before the @",
  domain: "after the @ stands no domain such as example.org",
  other: "before the @ stands a character that cannot be used",
} satisfies Record<EmailCause, string>;

/** The quotes that a line has to be written with. */
const quotesIn = (right = "") => (/ '.*'$/.test(right) ? "single quotes" : "double quotes");

function yamlSyntax({ cause, character = "", right, ...more }: YamlSlip): Explanation {
  const { plain, chinese, lines } = more;
  const quotes = chinese ? " (Chinese quotes are none here)" : "";
  const write = right ? `${quotes}: ${right}` : quotes;
  const putIn = `put the whole value in ${quotesIn(right)}${write}`;
  switch (cause) {
    case "indent":
      return {
        message: "the spaces before this line are wrong",
        hint: `${right ? `remove them${write}` : "add or remove spaces, so that it starts below the line above of the same level"}; if the line continues the one above, join it to that one`,
      };
    case "wide-space":
      return {
        message: "there is a full-width space beside the name, which counts as part of the name",
        hint: `delete it${write}. To indent a line use ordinary spaces`,
      };
    case "no-colon":
      return {
        message: "this line has no colon, so it is not “name: value”",
        hint: "write “name: value”, with a colon and a space; if the line continues the one above, join it to that one",
      };
    case "colon":
      return {
        message: "the value has a colon and a space in it, which would start another field",
        hint: plain ? `make that colon a Chinese one: ${plain}; or ${putIn}` : putIn,
      };
    case "start":
      return {
        message: `a value can't start with “${character}”`,
        hint: putIn,
      };
    case "dash":
      return {
        message: "a value on the line of its name can't start with a hyphen and a space",
        hint: `for a list, put each item on a line of its own after “- ”, from the next line on; for a text ${putIn}`,
      };
    case "quote-open":
      return {
        message: `the quote on this line is opened but not closed: a ${character} is missing`,
        hint: `close it at the end of the value${write}`,
      };
    case "after-quote":
      return {
        message: "there are words after the closing quote",
        hint: putIn,
      };
    case "bracket-open":
      return {
        message: `the bracket on this line is opened but not closed: a ${character} is missing`,
        hint: `close it at the end${write}`,
      };
    case "after-bracket":
      return {
        message: `a value that starts with a bracket is a list, but there are words after its ${character}`,
        hint: `for a text ${putIn}; in a list, remove what follows the ${character}`,
      };
    case "flow":
      return {
        message: "what stands in the brackets is not separated as it should be",
        hint: "put a comma and a space between the items, as in [one, two] or { name: One, url: https://www.example.org }; put an item with a colon in double quotes",
      };
    case "escape":
      return {
        message: "a backslash  in double quotes has a meaning of its own, and this one has none",
        hint: `use single quotes${write}, or write every backslash twice`,
      };
    case "item":
      return {
        message:
          character === "-"
            ? "an item of a list needs a space after its hyphen"
            : `an item of a list starts with a half-width hyphen, not “${character}”`,
        hint: `write ${right ?? "- text"} (a half-width hyphen and a space; the spaces before it stay)`,
      };
    case "nested":
      return {
        message: `two names stand on one line: “${character}” needs a line of its own`,
        hint: "divide it into lines, those below indented by two spaces:",
        ...(lines && { lines }),
      };
    case "document":
      return {
        message: "what follows would count as another document",
        hint: "delete the line --- or ... in between, and go on with the fields",
      };
    default:
      return {
        message: "this is not written as it should be",
        hint: "write “name: value” on each line; put a value with a colon, a hash or quotes, or one that starts with a special character, in double quotes",
      };
  }
}

export const en: Catalogue = {
  problems: {
    "site-missing": () => ({
      message: "the content folder has no site.yaml",
      hint: "create site.yaml at the top of the content folder with these lines, then put in the name, the address and the columns of your site (an id is the name of the column's folder):",
      lines: siteLines("The name", "News"),
    }),
    "file-unexpected": (p) => ({
      message: `${p.ending ? `${p.ending} files do` : "this kind of file does"} not belong in the content folder`,
      hint: newEndings[p.ending]
        ? `open it in Office or WPS, save it as ${newEndings[p.ending]} or .pdf and delete this file; change its name where articles write it`
        : `move or delete it; allowed are .md articles, images and attachments (${p.allowed.join(" ")}). The file that describes the site is called site.yaml and stands at the top`,
    }),
    "file-misplaced": (p) => ({
      message: "this file is in the wrong place",
      hint: `articles go to column/four-digit year/${p.name}, such as news/2017/${p.name}, the year being that of publication; standing pages to pages/${p.name}; images and attachments beside the article that uses them`,
    }),
    "file-symlink": (p) => ({
      message: `this is a symbolic link to “${p.target}”, not a file`,
      hint: "delete the link, then copy the file that it leads to here, under the same name",
    }),
    "file-name": (p) => ({
      message: {
        space: "the file or folder name has a space in it",
        character: `the file or folder name has a character that cannot be used: “${p.character}”`,
        accent: `in the file or folder name “${p.character}” is stored as a letter and its accent`,
        "first-dot": "a file or folder name cannot start with a dot",
        "last-dot": "a file or folder name cannot end with a dot",
        "folder-dot": "a folder name cannot have a dot in it",
        device: `“${p.character}” is a device to Windows, and no name of a file or folder`,
      }[p.rule],
      hint: `${
        p.right.length > 0
          ? `rename the ${p.isFolder ? "folder" : "file"} to ${p.right.join(" or ")}`
          : p.rule === "accent"
            ? "type the whole name again, or use letters without accents"
            : "choose a name of letters, digits and hyphens (-)"
      }${p.rule === "first-dot" ? ", or delete it if it is not needed" : ""}; change it in links as well`,
    }),
    "file-name-long": (p) => ({
      message: `the file name is too long (${p.bytes} bytes, at most ${p.max}; a Han character takes 3)`,
      hint: "choose a shorter name",
    }),
    "file-large": (p) => ({
      message: `the file is larger than ${p.max}`,
      hint: "split it; if image data was pasted into it, save the image as a file beside it instead",
    }),
    "article-slow": () => ({
      message: "this file takes too long to process",
      hint: "it probably has a long run of signs pasted from elsewhere, such as many thousands of brackets, asterisks or footnotes in a row: find and delete them. Split an article that really is that long",
    }),
    "nesting-deep": () => ({
      message:
        "quotes, lists and the like are nested so deeply here that what is inside would not be shown",
      hint: "delete the needless signs such as > and - at the start of the line, and keep a few levels",
    }),
    "column-unknown": (p) => ({
      message: `there is no column “${p.column}”`,
      hint: `rename the folder to one of ${list(p.known)}, or add the column to columns in site.yaml`,
    }),
    encoding: (p) => ({
      message: `the file is not encoded in UTF-8${p.looksLike ? `; it looks like ${p.looksLike}` : ""}`,
      hint: "open it in Notepad, choose “Save as”, set the encoding to UTF-8, and save it",
    }),
    "byte-order-mark": () => ({
      message: "the file starts with invisible marks too many (BOM)",
      hint: "run npm run check -- --fix, which removes them, or delete the whole first line and type it again",
    }),
    "control-character": () => ({
      message: "there is an invisible character here that no page may have in it",
      hint: "it was probably pasted from Word or a web page: delete this spot (▯) with the characters beside it, and type those again",
    }),
    "bidi-character": () => ({
      message: "here is an invisible character that turns what follows the other way round",
      hint: "delete this spot (▯) with the characters beside it, and type those again",
    }),
    "invisible-character": () => ({
      message: "here is an invisible character: readers will not find this word by searching",
      hint: "run npm run check -- --fix, which removes it where nothing else changes, or delete this spot (▯) with the characters beside it and type those again",
    }),
    "front-matter-open": (p) => {
      const lines = opening(p.standing);
      switch (p.cause) {
        case "empty":
          return {
            message: "the file is empty",
            hint: "write it like this, or delete it if it is not needed:",
            lines,
          };
        case "blank":
          return {
            message: "the first line is empty; it must be three hyphens ---",
            hint: "delete the empty lines before ---",
          };
        case "space":
          return {
            message: "there are spaces beside the three hyphens --- of the first line",
            hint: "delete the spaces on this line, and leave --- alone",
          };
        case "extra":
          return {
            message: `after the three hyphens of the first line stands “${p.extra}”`,
            hint: "make the first line --- and nothing else",
          };
        default:
          return {
            message: "the first line must be exactly three hyphens ---",
            hint: "nothing may stand before or after the hyphens, not even a space. Start the file like this:",
            lines,
          };
      }
    },
    "front-matter-close": (p) => ({
      message:
        p.found || p.written
          ? `the line that ends ${frontMatter} must be exactly three hyphens ---${p.written ? `, not “${p.written}”` : ""}`
          : `${frontMatter} never ends: ${p.line ? `line ${p.line} looks like text, with no second line --- before it` : "there is no second line ---"}`,
      hint:
        p.found || p.written
          ? "make this line three hyphens --- and nothing else, not even a space"
          : "put a line of three hyphens --- after title, date and so on, before the text, with nothing else on it, not even a space",
    }),
    "front-matter-large": (p) => ({
      message: `${frontMatter} is larger than ${p.max}; line ${p.line} is the longest, with ${p.length} characters`,
      hint: "if that line is text, move it below the second line ---; if it is the summary, shorten it",
    }),
    "yaml-colon": (p) => ({
      message: p.name
        ? `“${p.key}” must be called ${p.name}, followed by a half-width colon and a space`
        : `“${p.key}” must be followed by a half-width colon and a space`,
      hint: `write ${p.right} (the colon follows the name at once, and after it comes an ordinary space)`,
    }),
    "yaml-tab": () => ({
      message: "this line is indented with a tab (shown as ▯)",
      hint: "use spaces, two for each level",
    }),
    "yaml-duplicate-key": (p) => ({
      message: `“${p.key}” is written twice, first ${p.line ? `on line ${p.line}` : "before this"}`,
      hint: `keep one of them and delete the other${/^(?:author|tags)$/.test(p.key) ? `; several are a list: ${p.key}: [one, two]` : ""}`,
    }),
    "yaml-comment": (p) => ({
      message: "what follows the space and hash ( #) is taken for a comment and not shown",
      hint: `if it belongs to the value, put the whole value in double quotes${asText(p, 'title: "Notice #1"')}; put a comment on a line of its own that starts with #`,
    }),
    "yaml-alias": (p) => ({
      message:
        "the value starts with & or *, which is a sign of its own there and can't be written so",
      hint:
        p.right && !p.right.includes('"')
          ? `nothing is bold here: write ${p.right}; to show the asterisks, put the whole value in double quotes (Chinese quotes are none here)`
          : `delete the ${p.character || "*"} if it is too much; to show it, put the whole value in double quotes (Chinese quotes are none here)${p.right ? `: ${p.right}` : ', such as title: "*Important*"'}`,
    }),
    "yaml-tag": (p) => ({
      message: "the value of this field can't start with an exclamation mark (!)",
      hint: `put the whole value in double quotes${asText(p, 'title: "! Note"')}`,
    }),
    "yaml-depth": (p) => ({
      message: `this is nested more than ${p.max} levels deep`,
      hint: "check the indentation and the brackets: fields start at the beginning of the line, and a list has one pair of brackets, such as [one, two]",
    }),
    "yaml-not-map": () => ({
      message: "this must be lines of “name: value”",
      hint: "if this line is the title, write title: A title (a colon and a space); if it is text, move it below the second line ---; else delete it",
    }),
    "yaml-syntax": (p) => yamlSyntax(p),
    "field-unknown": (p) =>
      p.inside
        ? {
            message: `“${p.key}” belongs inside ${p.inside}, but is not indented`,
            hint: `put spaces before it, below ${p.inside}:`,
            lines: p.lines ?? [],
          }
        : {
            message: `there is no field “${p.key}”`,
            hint: p.isTwice
              ? `${p.guess} is there already: delete this line, or move what it says there`
              : p.guess
                ? `write ${p.guess} for “${p.key}”`
                : `delete this line, or write one of ${list(p.known)}`,
          },
    "field-required": (p) => ({
      message: `“${p.key}” is missing`,
      hint: `add it${p.key === "date" ? ", with the real date of publication (a time is not needed)" : ""}, for example ${written(p.key)}: ${p.example}`,
    }),
    "field-text": (p) =>
      p.item
        ? {
            message: `this item of “${p.key}” must be a text`,
            hint: `write nothing but texts as items, such as ${written(p.key)}: ${p.example}; put an item with colons, hashes or brackets in double quotes`,
          }
        : {
            message: `“${p.key}” must be a text`,
            hint: `write it on one line: ${written(p.key)}: ${p.example}; put a text with colons, hashes or brackets in double quotes`,
          },
    "field-list": (p) => ({
      message: `“${p.key}” must be a list`,
      hint: p.lines
        ? "put a hyphen and a space before its first line, and let the others begin below that one:"
        : p.right
          ? `delete ${p.inBraces ? "the braces and " : ""}${list((p.wrong ?? []).map((name) => `“${name}”`))}: ${p.right}; put commas between several, as in ${p.example}`
          : `put each item on a line of its own after “- ”, or write all on one line, such as ${written(p.key)}: ${p.example}`,
      ...(p.lines && { lines: p.lines }),
    }),
    "item-empty": (p) => ({
      message: `“${p.key}” has an empty item`,
      hint: "write something there, or delete the item",
    }),
    "field-map": (p) => {
      const name = (p.lines[1] ?? "").replace(/^[^:]*: /, "");
      const isItem = p.lines[1]?.startsWith("  - ");
      return {
        message: `“${p.key}” is not written as it should be: ${p.key === "source" ? "it is the name of the source, or the two lines below" : `${isItem ? "each of its items" : "it"} has fields on lines of their own`}`,
        hint:
          p.key === "source"
            ? `simplest is source: ${name}; with a web address delete what follows source: and write two lines below it, indented by two spaces:`
            : isItem
              ? "write this item like this, with the hyphen and the spaces:"
              : `delete what follows ${p.key}: and write a line below it, indented by two spaces, and more for other fields:`,
        lines: p.lines,
      };
    },
    "field-long": (p) =>
      p.unit === "items"
        ? {
            message: `“${p.key}” has ${p.count} items, more than ${p.max}`,
            hint: "keep those that matter",
          }
        : {
            message: `“${p.key}” has ${p.count} characters, more than ${p.max}`,
            hint: "shorten it, and move the rest into the text",
          },
    "field-line-break": (p) => ({
      message: `“${p.key}” has a line break in it`,
      hint: "write it on one line, without | or > after the colon",
    }),
    "field-yes-no": (p) => ({
      message: `“${p.key}” must be true or false, not “${p.value}”`,
      hint: `write ${p.key}: true or ${p.key}: false, or delete the line`,
    }),
    "field-number": (p) => ({
      message: `“${p.key}” must be a whole number from ${p.min} to ${p.max}`,
      hint: `write digits only, for example ${written(p.key)}: ${p.example}`,
    }),
    "field-choice": (p) => ({
      message: `“${p.key}” cannot be “${p.value}”`,
      hint: `choose one of ${list(p.choices)}`,
    }),
    "date-format": (p) => ({
      message: `the date “${p.value}” of “${p.key}” cannot be understood`,
      hint: p.suggestion
        ? `write ${p.key}: ${p.suggestion}`
        : `write ${p.key}: 2017-07-07 10:34, or only the day 2017-07-07`,
    }),
    "date-calendar": (p) => ({
      message: `the date “${p.value}” of “${p.key}” does not exist`,
      hint: "check the year, month, day and time",
    }),
    "date-order": (p) => ({
      message: `the date of “${p.key}” (${p.value}) ${p.key === "expires" ? "does not lie after" : "lies before"} the date of publication (${p.date})`,
      hint: "check both dates and correct the wrong one",
    }),
    "tag-separator": (p) => ({
      message: `“${p.value}” will be one tag, not several`,
      hint: `if these are several tags, write tags: ${p.suggestion} (with half-width brackets and commas); leave it if it is one`,
    }),
    "title-twice": (p) => ({
      message: `another article of the same day has the same title, “${p.title}”: ${p.other}`,
      hint: "if it is the same article, delete one of the two; if not, make the titles tell them apart",
    }),
    "body-empty": () => ({
      message: `there is no text after ${frontMatter}`,
      hint: "write the text; an article that is not ready can be withheld by a line draft: true before the second ---",
    }),
    "phone-format": (p) => ({
      message: {
        none: `the phone “${p.value}” has no number in it that could be dialled`,
        sample: `the phone “${p.value}” was copied from an example and is no number`,
        bracket: `the brackets around the phone “${p.value}” are Chinese ones and would be shown`,
      }[p.cause],
      hint: p.right
        ? `write phones: ${p.right}, with half-width brackets and commas`
        : "write your own number, in the form of phones: [010-00000000], with half-width brackets; without a phone, delete all of phones",
    }),
    "email-format": (p) => ({
      message: `“${p.value}” of “${p.key}” is not an e-mail address: ${emailFaults[p.cause]}`,
      hint: p.right
        ? `write ${written(p.key)}: ${p.right} (with half-width @ and dots)`
        : "write one whole address and nothing else, such as office@example.org, or delete this line",
    }),
    "url-format": (p) => ({
      message: `“${p.value}” of “${p.key}” is not a web address: ${addressFault(p)}`,
      hint: p.right
        ? `write ${written(p.key)}: ${p.right}`
        : "open the page in a browser and copy the whole address again, such as https://www.example.org/a.html",
    }),
    "url-origin": (p) => ({
      message: `the address of a site ends with its domain, but ${p.more} follows`,
      hint: `write url: ${p.right}`,
    }),
    "time-zone": (p) => ({
      message: `there is no time zone “${p.value}”`,
      hint: "in China write timeZone: Asia/Shanghai",
    }),
    "column-id": (p) => ({
      message: `“${p.value}” cannot be the id of a column${p.taken ? ": the name is taken by the system" : ""}`,
      hint: "use lower-case letters, digits and hyphens (-), at most 40 characters, starting with a letter, such as news, and give the column's folder in the content folder, if there is one, the same name; what readers see is its title",
    }),
    "column-twice": (p) => ({
      message: `the id “${p.value}” has a column on line ${p.line} already`,
      hint: "give one of them another id, and make or rename its folder in the content folder; if they are the same column, delete one",
    }),
    "navigation-item": () => ({
      message: "an item of the navigation needs either column or page, and only one of them",
      hint: "say where it leads: column: and the id of a column, or page: and the name of a file in pages without .md, for example",
      lines: ["navigation:", "  - column: news", "  - page: about", "    title: About us"],
    }),
    "navigation-unknown": (p) => ({
      message: `“${p.value}” of the navigation does not exist`,
      hint: `write one of ${list(p.known)}, or make the standing page pages/${p.value}.md, or delete this item`,
    }),
    "level-unknown": (p) => ({
      message: `“${p.value}” in levels is not a code of problem`,
      hint: p.guess
        ? `write ${p.guess}`
        : "the code stands in brackets behind each problem, such as link-missing; docs/problems.md has them all",
    }),
    "level-fixed": (p) => ({
      message: `the level of “${p.value}” can't be changed`,
      hint:
        p.reason === "security"
          ? "it guards the site and its readers: remove this line from levels"
          : "where it occurs the page can't be made: remove this line from levels",
    }),
    "alias-format": (p) => ({
      message: `“${p.value}” cannot be a former address`,
      hint: "write what follows the domain only: it starts with / and ends in .html, such as /old/2016-05.html",
    }),
    "footnote-unused": (p) => ({
      message: `the text never refers to the footnote [^${p.label}], so it would not be shown`,
      hint: p.written
        ? `the text has “${p.written}”: write [^${p.label}], with half-width brackets and ^`
        : `write [^${p.label}] in the text where the note belongs, or delete the note`,
    }),
    "footnote-twice": (p) => ({
      message: `the footnote [^${p.label}] is written twice, and only one would be shown`,
      hint: "delete one of them, or give one another label, in the text as well",
    }),
    "list-number": (p) => ({
      message: `this item is written as ${p.written} but would be shown as ${p.shown}`,
      hint: `see whether item ${p.shown} is missing; if not, write ${p.shown} for ${p.written}; if this is no list, put a backslash before the dot: ${p.written}\\.`,
    }),
    "table-cells": (p) => ({
      message: `this row has ${p.cells} cells but the head of the table only ${p.columns}; the rest would not be shown`,
      hint: "add cells to the head and to the line of --- below it (three cells: | --- | --- | --- |), or join the contents; write a vertical bar inside a cell as \\|",
    }),
    "table-head": (p) => ({
      message: `the head of the table has ${p.cells} cells and the line of --- below it ${p.columns}: this will be no table, and its bars would be shown`,
      hint: "give both lines the same number of cells, for three | --- | --- | --- |; write a vertical bar inside a cell as \\|",
    }),
    "table-end": () => ({
      message: "this line follows a table directly and would become a row of it",
      hint: "leave an empty line after the table",
    }),
    "table-leftover": (p) => ({
      message: "this looks like a table but is not written as one, and its bars would be shown",
      hint: {
        bars: `type the bars in half width: ${p.line}; below the head stands a line ${p.row}`,
        dashes: `write this line with hyphens: ${p.row}`,
        row: `the first line is the head: add a line ${p.row} below it`,
        indent: "delete the spaces before each line of the table",
        blank: "delete the empty line between this row and the table above",
        alone: `below the head of a table add a line ${p.row}; join a row to its table, without an empty line between them; if this is no table, delete the bar at the start`,
      }[p.cause],
    }),
    "list-space": (p) => ({
      message:
        p.cause === "indent"
          ? "this line looks like an item of a list but is indented too far, and would be shown as text"
          : "this line looks like an item of a list but has no space after its mark, and would run on from other lines",
      hint:
        p.cause === "indent"
          ? `delete the spaces at the start of the line: ${p.right}`
          : `write ${p.right}, with a space after the mark, here and in the other items`,
    }),
    "list-mark": (p) =>
      p.mark === "double"
        ? {
            message: "this item has two marks of a list, and the second would be shown",
            hint: `delete the ${p.sign ?? "second"}, in every item: ${p.right}`,
          }
        : {
            message: "these lines look like a list but would run on in one paragraph",
            hint: `${
              p.mark === "number"
                ? "for a list put a space after the dot or bracket of every item"
                : `for a list put a hyphen and a space in place of the ${p.sign ?? "sign"} of every item`
            }: ${p.right}; leave an empty line between paragraphs; write what is one paragraph in one line`,
          },
    "quote-mark": (p) => ({
      message: "this line looks like a quote but would be shown as text",
      hint: `a quote begins with a half-width > at the start of the line: ${p.right}; leave it if it is meant to be shown`,
    }),
    "reference-unused": (p) => ({
      message: `“[${p.label}]: …” counts as the definition of a link and would not be shown`,
      hint: `for a footnote change two places: write [^${p.label}]: … here and [^${p.label}] in the text; or write \\[${p.label}] for text`,
    }),
    "link-leftover": (p) => ({
      message: `“${p.text}” did not become a link, an image or a footnote, and would be shown as it is`,
      hint: `${
        {
          width: `type brackets, quotes and exclamation mark in half width: ${p.right}`,
          gap: `leave no space between the brackets: ${p.right}`,
          space: `a file name can't have a space: rename the file “${p.file}” to ${p.name}, and write ${p.right}`,
          note: `if it is a footnote, write ${p.right}: and its text on a line of its own at the end`,
          "note-width": `type the brackets, the ^ and the colon of a footnote in half width: ${p.right}`,
          other:
            'a link is [words](address), an image ![text](file "caption"); round brackets come in pairs, and quotes are double',
        }[p.cause]
      }${p.escaped ? `; if it is meant to be shown, put a backslash \\ in it: ${p.escaped}` : ""}`,
    }),
    "strong-leftover": (p) => ({
      message: `“${p.text}” did not become bold, and its asterisks would be shown`,
      hint: `write ${p.right}, with half-width asterisks before and after it and no space inside them; leave it if they are meant to be shown`,
    }),
    "stars-lost": (p) => ({
      message: `the asterisks of “${p.text}” count as marks of emphasis and would not be shown`,
      hint: `put a backslash \\ before each (two of them before two asterisks): ${p.right}; a sign of multiplication is ×`,
    }),
    "html-tag": (p) => ({
      message:
        p.use === "comment"
          ? "visitors would see what stands in <!-- -->"
          : `HTML such as ${p.tag} does nothing and would be shown as text`,
      hint: {
        comment: "delete what is not meant for them",
        strong: "write **words** for bold",
        line: "write a backslash \\ at the end of a line to break it, and an empty line between paragraphs",
        image: 'an image is ![text](file "caption")',
        link: "a link is [words](address)",
        heading: "a heading is ## Heading",
        list: "each item of a list is a line that begins with a hyphen and a space: - item",
        table: "a row of a table is | a | b |, and below the head stands | --- | --- |",
        quote: "lines of a quote begin with > and a space",
        paragraph: "leave an empty line between paragraphs, and delete the tags",
        other: "delete the tags and leave the words",
      }[p.use],
    }),
    "heading-space": (p) => ({
      message: "this line looks like a heading but would be shown as text",
      hint: `write ${p.right}, with half-width hashes at the start of the line and a space after them${
        p.wide ? "" : "; put a backslash before a hash that is meant to be seen"
      }`,
    }),
    "heading-level": () => ({
      message: "the text must not have a first-level heading (a single #)",
      hint: "the title of the article stands after title: at the start of the file; use two hashes for subheadings: ## Subheading",
    }),
    "heading-underline": (p) => ({
      message: `this line of ${p.mark} right below a text makes a heading of it`,
      hint: `leave an empty line above it, and write ---, for a line across the page; for a heading delete it and write ## ${p.text}`,
    }),
    "link-scheme": (p) =>
      p.name
        ? {
            message: `“${p.href}” is a file on your own computer, which no reader can open`,
            hint: `copy the file beside the article and write its name only, such as ${p.name}`,
          }
        : {
            message: `links to “${p.href}” are not allowed`,
            hint: p.image
              ? "save the image as a file beside the article and write its name only, or delete it if it is not needed"
              : `a link is a web address (https:// or http://), a file of this site, a #heading of this page, an e-mail address (mailto:office@example.org) or a phone (tel:010-…): use one of these, or ${p.text ? `keep the words ${p.text} and delete the brackets and the address` : "delete it"}`,
          },
    "link-malformed": (p) =>
      /^#?$/.test(p.href)
        ? {
            message: `there is nothing in the round brackets of the ${p.image ? "image" : "link"} “${p.image ? "!" : ""}[${p.text}](${p.href})”`,
            hint: p.image
              ? `write the name of an image beside the article, such as ![${p.text}](map.png), or delete it all`
              : `write a web address or a file name there, or keep the words${p.text ? ` ${p.text}` : ""} and delete the brackets`,
          }
        : {
            message: `the link “${p.href}” is malformed${p.cause ? `: ${addressFault({ ...p, cause: p.cause })}` : ""}`,
            hint: p.right
              ? `write ${p.right}`
              : "copy a web address from the browser again; write a file of this site like ../2018/0401-x.md, with / between the folders",
          },
    "link-outside": (p) => ({
      message: `“${p.href}” points outside the content folder`,
      hint: `check whether there is one ../ too many; copy a file from elsewhere beside the article, and write its name. Links may lead to articles (.md), images and attachments (${p.allowed.join(" ")})`,
    }),
    "link-missing": (p) => {
      if (p.refused === "kind") {
        return {
          message: `the link's target “${p.href}” is there, but files of this kind are not taken`,
          hint: newEndings[p.ending ?? ""]
            ? `open it in Office or WPS, save it as ${newEndings[p.ending ?? ""]} or .pdf in the same place, and write the new name here`
            : `links may lead to articles (.md), images and attachments (${p.allowed.join(" ")}): use one of these, and write the new name here`,
        };
      }
      if (p.refused === "name") {
        return {
          message: `the link's target “${p.href}” is there, but its name cannot be used`,
          hint: "rename it as is said of that file, and write the new name here",
        };
      }
      return {
        message: `the link's target “${p.href}” does not exist`,
        hint: p.guess
          ? `the file most like it is ${p.guess}: write it so, case and ending count`
          : `${p.web ? `write ${p.web} if it is a web address; ` : ""}check the file name, and whether the file is in its place: a file of the same folder is written by its name, one of the folder above as ../name; if there is no such file any more, ${p.text ? `keep the words ${p.text} and ` : ""}delete the link`,
      };
    },
    "link-fragment": (p) => {
      const page = p.isHere ? "this page" : "that page";
      const add = p.heading ? `, or add the heading ## ${p.heading} to ${page}` : "";
      const words = p.text ? `the words ${p.text}` : "the words";
      return {
        message: `there is no heading for “${p.href}”`,
        hint:
          p.known.length > 0
            ? `write one of the headings of ${page}, ${list(p.known)}${add}`
            : p.isHere
              ? `this page has no headings: keep ${words} and delete the brackets and ${p.href}${add}`
              : `that page has no headings: delete the # and what follows, so that ${p.bare} is left in the round brackets${add}`,
      };
    },
    "image-remote": (p) => ({
      message: `the image “${p.href}” is not on this site`,
      hint: `open it in a browser, save the image beside the article and write ${p.right} (in the brackets stands the name of the saved file)`,
    }),
    "image-type": (p) => ({
      message: `“${p.href}” is not an image that can be used`,
      hint: `write only the name of a file beside the article, which may be ${p.allowed.join(" ")} (save other images as PNG or JPG); a caption follows after a space, in double quotes`,
    }),
    "image-missing": (p) => ({
      message: `the image “${p.href}” does not exist`,
      hint: p.guess
        ? `the image most like it is ${p.guess}: write it so, case and ending count`
        : p.refused
          ? "it is there, but its name cannot be used: rename it as is said of that file, and write the new name here"
          : "check the file name, and whether the image is in its place: one of the same folder is written by its name, one of the folder above as ../name; if there is no such image any more, delete it here",
    }),
    "asset-unused": () => ({
      message: "no article uses this file, so it will not be on the site",
      hint: "if an article was meant to use it, check the file name written there; if it is not needed any more, delete it",
    }),
    "asset-type": (p) => ({
      message: {
        empty: `the file “${p.file}” is empty`,
        unknown: `what is in the file “${p.file}” is not ${p.ending}`,
        known:
          p.found === ".html"
            ? `the name of “${p.file}” ends in ${p.ending}, but it is a web page`
            : `the name of “${p.file}” ends in ${p.ending}, but what is in it is ${p.found}`,
      }[p.content],
      hint: {
        copy: "it was probably cut off while it was copied or uploaded: copy it again from where it came from",
        rename: `let its name end in ${p.found}, also where articles name it; there is nothing to convert`,
        page: `a web page was saved, no attachment: follow the download link on that page, put the file into the same folder and delete this ${nameIn(p.file)}; if the new one has another name, change it in the article as well`,
        "image-page": `a web page was saved, no image: right-click the image on that page, choose “Save image as…”, put the file into the same folder and delete this ${nameIn(p.file)}; if the new one has another name, change it in the article as well`,
        picture:
          "open it in an image program and save it as PNG or JPEG; a new ending alone does not help. If it can't be opened it is no picture: use another file",
        office: `open it in Word, Excel, PowerPoint or WPS, remove password and macros and save it as ${p.ending}; a new ending alone does not help`,
        export: `open it in the program it was made with and save or export it as ${p.ending}; a new ending alone does not help`,
      }[p.remedy],
    }),
    "asset-large": (p) => ({
      message: `the ${p.image ? "image" : "attachment"} “${p.file}” has ${p.size} MB, more than ${p.max} MB`,
      hint: p.image
        ? `open it in an image program, make it about 2000 pixels wide and save it as JPEG${/\.jpe?g$/i.test(p.file) ? "" : ", let the name in the article end in .jpg as well, and delete the old file"}; if it must be so large, raise image in the limits of site.yaml`
        : "compress it or divide it (PDF programs can save with a minimum size); if it must be so large, raise attachment in the limits of site.yaml",
    }),
    "image-pixels": (p) => ({
      message: `the image “${p.file}” has ${p.width}×${p.height} pixels, ${((p.width * p.height) / 1_000_000).toFixed(1)} million, more than ${p.max} million`,
      hint: "open it in an image program, make it about 2000 pixels wide and save it under its name; if it must be so large, raise pixels in the limits of site.yaml",
    }),
    "image-broken": (p) => ({
      message: `the image “${p.file}” is incomplete or damaged`,
      hint: "it was probably cut off while it was copied or uploaded: copy it again from where it came from; if the original can still be seen, open it in an image program and save it as PNG or JPEG",
    }),
    "address-taken": (p) => ({
      message: `the address ${p.url} is already taken by ${p.other}`,
      hint: p.alias
        ? "delete this former address from aliases, or correct it"
        : "rename this file (names that differ only in case are the same), or delete the other one if it is not needed",
    }),
  },
  commands: {
    generatedPage: "a page that the system makes",
    build: {
      usage: `Usage: npm run build -- [options]
       npm run build -- --merge DIR… [--out DIR]

Compiles the articles in content/ into a site in dist/. If anything is wrong, all problems are
listed and dist/ stays as it was. A site that is too large for one machine is built in shards, on
several machines at once, and then joined.

Options:
  --content DIR   the content folder (default: content)
  --out DIR       the folder of the site (default: dist)
  --now ISO       take this as the present, which decides what is published (Beijing time
                  unless it has an offset)
  --clean         use nothing of earlier builds
  --jobs N        how many processor cores to use (default: all)
  --shard I/N     build only share I of N, such as 2/4 (default --out: dist.shard-2-of-4)
  --merge DIR…    build nothing, but join all shards, which are in these folders, to a site in the
                  folder of --out
  --profile       tell where the time went, and which articles and pages took longest
  --help          show this text`,
      reading: (p) => `reading articles ${p.done}/${p.total}`,
      rendering: (p) => `rendering pages ${p.done}/${p.total}`,
      checking: (p) => `checking files ${p.done}/${p.total}`,
      failed: (p) => `${p.counts}Nothing was built and ${p.out} is as it was.`,
      shard: (p) =>
        `this is a part of the site: share ${p.index} of ${p.count}. Once all are built, join them with --merge.`,
      done: (p) =>
        `built ${p.out}: ${p.pages} pages, ${p.files} images and attachments, ${p.size} in ${p.seconds} s`,
      changes: (p) =>
        p.written + p.removed === 0
          ? "nothing has changed since the last build"
          : `${p.written} files written, ${p.removed} removed, the others are as they were`,
      profile: {
        title: "where the time went:",
        stages: {
          starting: "starting",
          looking: "looking for changes",
          loading: "loading code and cache",
          reading: "reading and checking articles",
          planning: "planning pages",
          comparing: "comparing with the last site",
          making: "making pages",
          publishing: "putting new files in place",
          remembering: "saving the cache",
        },
        articles: "articles that took longest to read:",
        pages: "pages that took longest to make:",
      },
      jobsInvalid: (p) => `--jobs “${p.value}” is not a whole number from 1 to 999.`,
      shardInvalid: (p) =>
        `--shard “${p.value}” is no share: write it like 2/4, the first number from 1 to the second, the second up to 999.`,
      mergeAlone: (p) =>
        `--merge joins what is built already and can't be used with ${p.option}. Leave one of them out.`,
      mergeNothing:
        "write the folders of the shards after --merge, such as --merge dist.shard-1-of-2 dist.shard-2-of-2.",
      mergeOverlap: (p) =>
        `nothing was joined: the output folder ${p.out} and the folder ${p.folder} of a shard overlap. Choose another output folder.`,
      shards: {
        noFolder: (p) => `there is no folder ${p.folder}. Check what is written after --merge.`,
        noShard: (p) =>
          `${p.folder} was not built with --shard: it has no list of files (.manifest.json), or a damaged one. If it was copied or downloaded, see whether files whose names begin with a dot were left out; otherwise build that shard again.`,
        wholeSite: (p) =>
          `${p.folder} holds a whole site and no shard. Name the folders of shards only.`,
        counts: (p) =>
          `${p.a.folder} is shard ${p.a.index} of ${p.a.count} and ${p.b.folder} is shard ${p.b.index} of ${p.b.count}: they don't fit together. Leave the wrong ones out, or build all with the same number of shards.`,
        sites: (p) =>
          `${p.a.folder} (shard ${p.a.index}) and ${p.b.folder} (shard ${p.b.index}) are not of the same site: between the two builds the articles, the program or the moment of --now changed. Build the older one again with the same articles, program and --now.`,
        twice: (p) =>
          `there is more than one folder of shard ${p.index}: ${list(p.folders)}. Leave one only.`,
        missing: (p) =>
          `missing ${p.indexes.length > 1 ? "shards" : "shard"} ${list(p.indexes.slice(0, 10).map(String))}${p.indexes.length > 10 ? " and others" : ""} of ${p.count}. Build ${p.indexes.length > 1 ? "them" : "it"} (--shard ${p.indexes[0]}/${p.count}${p.indexes.length > 1 ? " and so on" : ""}) and name the folder after --merge.`,
        fileTwice: (p) =>
          `${p.file} is in ${list(p.folders)}: a list of files was altered. Build both shards again.`,
        altered:
          "the shards do not make a whole site: one of the lists of files (.manifest.json) was altered. Build all shards again.",
        changed: (p) =>
          `${p.file} is not as it was built: it was changed, deleted or damaged. Build this shard again with --shard ${p.index}/${p.count}.`,
        more: (p) => `and ${p.count} more like this.`,
      },
      cacheDamaged:
        "the cache is damaged and was thrown away; all is built anew, which takes longer",
      columns: (p) =>
        `articles: ${p.columns.map((column) => `${column.title} ${column.count}`).join(", ")}`,
      withheld: (p) => `withheld: ${p.count}`,
      withheldItem: (p) => `  ${p.path}  ${p.title} (${p.reason})`,
      withheldDraft: "draft",
      withheldScheduled: (p) => `scheduled for ${p.date}`,
      withheldExpired: (p) => `expired on ${p.date}`,
      unchanged: (p) => `nothing was built and ${p.out} is as it was.`,
      unfinished: (p) =>
        `${p.out} holds a part of the new site and a part of the old one. Mend what is told above and build again: the old site is restored first.`,
      locked: (p) =>
        `another build is running into ${p.out}. Wait until it has ended and build again.`,
      outNotOurs: (p) =>
        `nothing was built: ${p.file} was not written by this system, but the site needs its address. Move it away and build again.`,
      outNoFolder: (p) => `nothing was built: ${p.out} is a file. Give a folder after --out.`,
      outInsideContent: (p) =>
        `nothing was built: the output folder ${p.out} and the content folder ${p.content} overlap. Choose another output folder.`,
      outTooWide: (p) =>
        `nothing was built: the output folder ${p.out} holds the working folder or your home. Choose a folder that is for the site alone, such as dist.`,
      nowInvalid: (p) =>
        `--now “${p.value}” cannot be understood. Write it like 2026-01-01 or 2026-01-01T08:00.`,
    },
    dev: {
      usage: `Usage: npm run dev -- [options]

Serves the site on this machine and reloads the browser when a file is saved. Ctrl+C ends it.

Options:
  --content DIR   the content folder (default: content)
  --port N        the port (default: 8080)
  --now ISO       take this as the present (Beijing time unless it has an offset)
  --help          show this text`,
      ready: (p) => `serving ${p.url} (reloads when a file is saved; Ctrl+C ends it)`,
      portTaken: (p) => `port ${p.port} is taken; using another one.`,
      built: (p) => `updated ${p.pages} pages in ${p.seconds} s`,
      problems: (p) => `${p.counts}The page reloads when they are mended.`,
      pageTitle: "Some articles need mending",
      pageIntro: "This page reloads when you have mended and saved them.",
      portInvalid: (p) => `“${p.value}” is not a port: write a whole number from 1 to 65535.`,
    },
    import: {
      usage: `Usage: npm run import -- FILE… [options]

Turns the text of a legacy page (.txt, UTF-8) into an article in the content folder, and tells
what it left out.

Options:
  --content DIR   the content folder (default: content)
  --column ID     the column to put it in (may be left out where there is only one)
  --help          show this text`,
      noFiles:
        "no file to import was named. Name one or several, such as npm run import -- page.txt.",
      unreadable: (p) => `${p.file}: this file cannot be read. Check its name and folder.`,
      columnNeeded: (p) =>
        `the site has more than one column: say which with --column, such as --column ${p.known[0]}. The columns are ${list(p.known)}.`,
      columnUnknown: (p) => `there is no column “${p.column}”. The columns are ${list(p.known)}.`,
      headMissing: (p) =>
        `${p.file}: no line with the date was found. Below the title there should be a line like this: 发布日期:2017-07-07 10:34 来源:某某报 作者:张三`,
      titleMissing: (p) =>
        `${p.file}: no title was found. Above “${p.line}” there should be a line with the title, which is no entry of a dated list.`,
      dateMissing: (p) =>
        `${p.file}: no date was found. “${p.line}” should hold 发布日期:2017-07-07 10:34, or only the day, 发布日期:2017-07-07.`,
      invalid: (p) =>
        `${p.file}: this would not be a valid article: ${p.message}. How to mend it: ${p.hint}.`,
      exists: (p) =>
        `${p.file}: ${p.article} exists already and is not overwritten. If that is another article, put a word before the title in ${p.file}, and take it out of the article afterwards.`,
      samePath: (p) =>
        `${list(p.files)}: these would become the same file ${p.article}. If they are different articles, put a word before the title of one, and take it out of the article afterwards.`,
      nothingWritten: "no article was written.",
      title: (p) => `title: ${p.value}`,
      date: (p) => `date: ${p.value}`,
      source: (p) => `source: ${p.value}`,
      author: (p) => `author: ${p.value}`,
      editor: (p) => `editor: ${p.value}`,
      absent: "(not found)",
      body: (p) =>
        `text: ${p.paragraphs} paragraph(s), ${p.subheadings} subheading(s)${p.subheadings > 0 ? ":" : ""}`,
      leftOutList: (p) => `left out of the list above the title, ${p.count} line(s):`,
      leftOutAbove: (p) => `left out above the title, ${p.count} other line(s):`,
      leftOutHead: (p) => `left out of the line with the date, ${p.count} part(s):`,
      leftOutAfter: (p) => `left out below the editor, ${p.count} line(s):`,
      leftOutFooter: (p) => `left out of the footer, ${p.count} line(s):`,
    },
    check: {
      usage: `Usage: npm run check -- [options]

Checks the articles, images and attachments in content/ and lists every problem, without building.

Options:
  --content DIR    the content folder (default content)
  --fix            mends what can be mended without guessing (full-width colons, forms of dates,
                   GBK files and the like), and shows what was changed
  --explain CODE   explains a kind of problem; CODE stands in brackets behind it, such as date-format
  --format FORMAT  text for people (default), json for programs, github for annotations
  --help           shows this

The exit status is 1 where there are errors, 0 where there are only warnings or nothing.`,
      formatUnknown: (p) => `--format can't be “${p.value}”: it is text, json or github`,
      codeUnknown: (p) =>
        p.guess
          ? `there is no problem “${p.value}”; did you mean ${p.guess}?`
          : `there is no problem “${p.value}”; the code stands in brackets behind each problem, such as date-format`,
      nothingWrong: (p) => `Checked ${count(p.files, "file")}: nothing wrong.`,
      again:
        "Some mistakes can only be seen once those before them are mended: please check again. ",
      more: (p) => `For more, run npm run check -- --explain ${p.code}`,
      mended: (p) => `Mended ${count(p.count, "file")}; please look over the changes:`,
      mendedFile: "--fix mended this file; please look over the changes:",
      nothingMended: "no file was changed.",
      recoded: (p) => `encoding changed from ${p.from} to UTF-8, the text is the same`,
    },
    bench: {
      usage: `Usage: npm run bench -- [options]

Measures how much time and memory this system and other site generators take to build the same
pages from the same articles. The articles are generated; content/ is left alone.

Options:
  --generators LIST  which: jinsui,eleventy,hugo,astro,hexo (default all; those that are missing
                     are installed in the work folder where that is possible)
  --sizes LIST       how many articles a site has, such as 1000,10000,100000 (default 1000)
  --scenarios LIST   cold (nothing built before), nochange, edit (of one article), new (one more
                     article); default all
  --runs N           how often each is measured, of which the median counts (default 3)
  --work DIR         a work folder that is kept (default a temporary one)
  --out FILE         write the results into the section ## Results of this file (default: print)
  --help             show this text

How it is measured and what it leaves out is in docs/benchmarks.md. The exit status is 1 where a
build has failed.`,
      unknown: (p) =>
        `${p.option} can't have “${p.value}”: it takes ${list(p.known)}, with commas between them.`,
      notCount: (p) =>
        `${p.option} can't have “${p.value}”: write a whole number above 0, such as ${p.option} ${p.example}.`,
      workForeign: (p) =>
        `${p.folder} holds other files and is no work folder. Name a new folder after --work.`,
      workFull: (p) =>
        `${p.folder} has too little space: ${p.needed} GiB are needed and ${p.free} GiB are free. Name another folder with --work, or measure fewer generators or articles.`,
      installing: (p) => `installing ${p.name}`,
      absent: (p) => `${p.name} is missing and is left out. ${p.why}`,
      laying: (p) => `writing ${count(p.size, "article")}`,
      building: (p) => `${p.name}, ${p.size} articles, ${p.scenario}, run ${p.run}/${p.runs}`,
      failed: (p) => `${p.name} failed: ${p.why}`,
    },
    contentMissing: (p) =>
      `there is no content folder ${p.folder}. Check what is written after --content.`,
    unknownOption: (p) => `there is no option “${p.option}”. --help shows what there is.`,
    missingValue: (p) => `the option ${p.option} needs a value.`,
    unexpectedArgument: (p) => `“${p.value}” is not understood. --help shows what there is.`,
    storage: {
      full: (p) =>
        `the disk is full: ${p.path} cannot be written. Delete files that nobody needs and run this again.`,
      readOnly: (p) =>
        `${p.path} is on a disk that can only be read. Choose another folder, or ask the administrator to make the disk writable.`,
      denied: (p) =>
        `the system does not allow ${p.path} to be read or written. Check its permissions and those of the folder it is in, or ask the administrator.`,
      tooManyOpen: (p) =>
        `too many files are open: ${p.path} cannot be opened. Close other programs and run this again; if that does not help, ask the administrator to raise the limit of open files (ulimit -n).`,
      tooManyWatched: (p) =>
        `too many files are watched: ${p.path} cannot be. Close other programs and run this again; if that does not help, ask the administrator to raise the limit (fs.inotify.max_user_watches).`,
      broken: (p) =>
        `the disk failed: ${p.path} cannot be read or written. Save what is on the disk, then check it.`,
      nameTooLong: (p) =>
        `this name is too long for the system: ${p.path}. Shorten the name of the file or folder.`,
      notFolder: (p) =>
        `there is a file where a folder is needed, at or above ${p.path}. Move that file away, or choose another folder.`,
      busy: (p) =>
        `${p.path} is in use by the system or another program. Close what uses it and run this again; if it is on a disk or a volume that is mounted inside the output folder, choose another output folder.`,
      noFolderHere: (p) =>
        `the system does not allow a folder here: ${p.path}. Choose another place.`,
    },
    bug: {
      ours: "the program failed. This is its own fault, not yours and not that of your articles.",
      report: "Please copy what is between the two lines below and send it to its maintainers:",
      causedBy: "caused by: ",
    },
    hintLabel: "how to mend it: ",
    levels: { error: "error", warning: "warning" },
    counts: (p) =>
      `${[p.errors > 0 && count(p.errors, "error"), p.warnings > 0 && count(p.warnings, "warning")].filter(Boolean).join(", ")} in ${count(p.files, "file")}. `,
  },
  explain: {
    heading: (p) => `${p.code} (${p.level}): ${p.message}`,
    level: (p) => `Level: ${p.level}. `,
    changeable: {
      error: "It can be made a warning under levels in site.yaml.",
      warning: "It can be made an error under levels in site.yaml.",
    },
    fixed: {
      security: "The level can't be changed: it guards the site and its readers.",
      needed: "The level can't be changed: where it occurs the page can't be made.",
    },
    wrong: (p) => `Wrong${p.kind && ` (${p.kind})`}:`,
    right: (p) => `Right${p.kind && ` (${p.kind})`}:`,
    kinds: {
      "front-matter": "in the front matter",
      body: "in the text",
      article: "the whole file",
      site: "in site.yaml",
      files: "files in the content folder",
      words: "",
    },
    unseen: (p) => `(${p.shown} stands for a character that can't be seen.)`,
    title: "Reference of problems",
    intro: `Every problem that is found in the content has a code, which stands in brackets behind it, such as \`[link-missing]\`. This page says of each why there is the rule, how it is usually broken, and how to write it right. It is generated from the explanations and examples in the program.

There are two levels:

- **error**: no site is built, and the one that is there stays as it was.
- **warning**: it is well written, but hardly meant; the site is built.

Some levels can be changed in \`site.yaml\`, with the code on the left and \`error\` or \`warning\` on the right:

\`\`\`yaml
levels:
  link-missing: warning
  asset-unused: error
\`\`\`

The level of a problem that touches security, or with which a page can't be made, stays as it is.

\`npm run check\` checks all content. To read about one problem in a terminal, run \`npm run check -- --explain CODE\`, such as \`npm run check -- --explain link-missing\`.`,
    contents: "Contents",
    groups: {
      files: "Files and names",
      characters: "Encoding and characters",
      form: "The form of the front matter",
      fields: "Fields of the front matter and of site.yaml",
      dates: "Dates and content",
      site: "site.yaml",
      markdown: "Markdown",
      links: "Links, images and attachments",
    },
    separator: ", ",
    colon: ": ",
  },
  manual: {
    title: "Reference of the front matter and of site.yaml",
    intro:
      "This page is generated from the schema in `src/content/schema.ts`. A name that is not listed is a problem; an optional field may be left out or left empty.",
    article: "Front matter of an article",
    articleIntro:
      "An article lies at `content/<column>/<year>/<slug>.md`; its address is `/<column>/<year>/<slug>.html`. Its first line is `---`, then come these fields, then a line `---`, then the text.",
    standingPage: "Front matter of a standing page",
    standingPageIntro:
      "A standing page (about, contact) lies at `content/pages/<slug>.md`; its address is `/<slug>.html`.",
    siteIntro: "`content/site.yaml` describes the whole site.",
    columns: { field: "Field", required: "Required", meaning: "Meaning", example: "Example" },
    yes: "yes",
  },
  page: {
    published: "Published: ",
    source: "Source: ",
    author: "By: ",
    authorSeparator: ", ",
    updated: "Updated: ",
    editor: "Editor: ",
    correction: "Correction",
    withdrawn: "This article was withdrawn",
    tags: "Tags",
    authors: "Authors",
    sources: "Sources",
    original: "(web page)",
    named: (p) => `${p.kind}: ${p.name}`,
    namedDescription: {
      tags: (name) => `Articles with the tag ${name}.`,
      authors: (name) => `Articles by ${name}.`,
      sources: (name) => `Articles from ${name}.`,
    },
    namesDescription: {
      tags: "The tags of all articles.",
      authors: "The authors of all articles.",
      sources: "The sources of all articles.",
    },
    indexes: "By tag, author or source",
    emptyIndex: "There is nothing here yet.",
    attachment: (p) => ` (${p.type ? `${p.type}, ` : ""}${p.size})`,
    pinned: "Pinned",
    monthDay: (p) => ` (${p.month}-${p.day})`,
    year: (p) => p.year,
    month: (p) => `${p.year}-${String(p.month).padStart(2, "0")}`,
    monthShort: (p) => String(p.month).padStart(2, "0"),
    related: "Related articles",
    latest: "Latest articles",
    latestAtHome: "See them on the home page",
    more: "More",
    moreOf: (p) => `More of ${p.title}`,
    previous: "Previous",
    next: "Next",
    neighbours: "Previous and next article",
    home: "Home",
    breadcrumb: "You are here",
    navigation: "Main navigation",
    display: "Display",
    largeText: "Large text",
    highContrast: "High contrast",
    dark: "Dark",
    readAloud: "Read aloud",
    pauseReading: "Pause",
    resumeReading: "Go on",
    stopReading: "Stop",
    reading: "Reading aloud",
    readingPaused: "Paused",
    lead: "Lead story",
    pageAddress: "Address of this page: ",
    skip: "Skip to content",
    archive: "Archive",
    archiveDescription: "All articles by month.",
    siteMap: "Site map",
    siteMapDescription: "The columns, pages and archive of this site.",
    columns: "Columns",
    pages: "Pages",
    emptyList: "There are no articles here yet.",
    pagination: "Pages of this list",
    newestList: "Newest",
    span: (p) => `${p.from} to ${p.to}`,
    earlierLists: "Earlier articles",
    notFound: "Page not found",
    notFoundText: "The address may be wrong, or the page may have moved.",
    notFoundWays: "You can:",
    toHome: "go to the home page",
    toArchive: "look in the archive by month",
    feedNotice:
      "This is a feed for feed readers, not a web page. To subscribe, copy its address into your reader. To read the articles, ",
    toPage: "open the page",
    moved: "This page has moved",
    movedTo: "This page has moved to:",
    footnotes: "Notes",
    backToText: "Back to the text",
    table: "Table",
    search: "Search",
    siteSearch: "Search this site",
    searchDescription: "Search the articles and pages of this site.",
    searchWords: "Search for",
    searchHint:
      "A name, a place or some words of a sentence; with spaces between several, all of which must be there.",
    searchButton: "Search",
    searchOptions: "Filters and order",
    searchColumn: "Column",
    searchYear: "Year",
    searchAuthor: "Author",
    searchSource: "Source",
    searchAny: "All",
    searchOrder: "Order",
    searchByDate: "Newest first",
    searchByRelevance: "Most relevant first",
    searching: "Searching…",
    searchNothingAsked: "Please write what to search for.",
    searchNothing: (p) =>
      `Nothing was found: ${p.query}. Please check the spelling, or try fewer words or filters.`,
    searchFound: (p) => `Found: ${p.count}.`,
    searchFoundSince: (p) =>
      `Found since ${p.year}: ${p.count}. Earlier years have not been searched yet.`,
    searchMore: "Show more",
    searchFailed:
      "This search failed: there is no connection, or the browser is too old. Please try again later, or look here:",
    searchNoScript:
      "Searching needs a script, which your browser does not run or is too old for. Please look here, or use another browser:",
    searchPreview: "There is no search in the preview: its index is made by npm run build.",
    searchWays: "Other ways to find something",
    sponsor: "Sponsor: ",
    postcode: "Postcode: ",
    phone: "Phone: ",
    email: "E-mail: ",
    address: "Address: ",
    colon: ": ",
  },
};
