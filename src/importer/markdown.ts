import { stringify } from "yaml";
import type { RenderMarkdown } from "../markdown/render.ts";
import type { LegacyPage } from "./parse.ts";

/** How many characters are rendered, at most, to find out which escapes of a line are needed. */
const maxRendered = 1_000_000;

/**
 * Writes a legacy page as an article. `render` is the site's own renderer: it decides what has to be
 * escaped for the article to say what the page said.
 */
export function toArticle(page: LegacyPage, render: RenderMarkdown): string {
  const { title, date, source, author, editor, body } = page;
  const fields = Object.entries({ title, date, source, author, editor });
  const present = fields.filter(([, value]) => value !== undefined);
  const frontMatter = stringify(Object.fromEntries(present), { lineWidth: 0 });
  const blocks = body.map(({ text, subheading }) =>
    escapeText(text, subheading ? "## " : "", render),
  );
  return `---\n${frontMatter}---\n${blocks.map((block) => `\n${block}\n`).join("")}`;
}

/**
 * Writes a text as a Markdown block (after `prefix`, such as `## `) that shows exactly this text:
 * as it is where the renderer shows it so, else with as few backslashes as that takes. Asking the
 * renderer instead of listing Markdown's syntax holds for every extension that it has.
 */
export function escapeText(text: string, prefix: string, render: RenderMarkdown): string {
  const characters = Array.from(text);
  const escaped = characters.map((character) => /[!-/:-@[-`{-~]/.test(character));
  const write = () =>
    prefix +
    characters.map((character, at) => (escaped[at] ? `\\${character}` : character)).join("");
  let left = maxRendered;
  // What only full-width signs make a problem of, as in `＃＃题`, no backslash mends.
  const accepted = new Set(codesOf(write(), render));

  // Takes away all the escapes of a range that can be spared, from the right: `\*\*a**`.
  const spare = (from: number, to: number): void => {
    const kept = escaped.slice(from, to);
    if (!kept.includes(true) || left <= 0) return;
    left -= characters.length;
    escaped.fill(false, from, to);
    if (shows(write(), text, render, accepted)) return;
    for (const [at, needed] of kept.entries()) escaped[from + at] = needed;
    if (to - from === 1) return;
    const middle = Math.ceil((from + to) / 2);
    spare(middle, to);
    spare(from, middle);
  };
  spare(0, characters.length);
  return write();
}

/** Does a Markdown source show exactly this text, without problems but those that are accepted? */
function shows(
  source: string,
  text: string,
  render: RenderMarkdown,
  accepted: ReadonlySet<string>,
): boolean {
  let good = true;
  const { html } = render(source, { file: "", line: 1 }, ({ code }) => {
    good &&= accepted.has(code);
  });
  return good && textOf(html).trim() === text;
}

function codesOf(source: string, render: RenderMarkdown): string[] {
  const codes: string[] = [];
  render(source, { file: "", line: 1 }, ({ code }) => codes.push(code));
  return codes;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
};

/** The text of HTML that our renderer wrote. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}
