/** Marks of notes, and the ways back to them: they are no part of what the text says. */
const marks = /<sup class="note">.*?<\/sup>|<a href="#fnref:[^>]*>.*?<\/a>/gs;

/** What stands in a film or sound for those who can't play it: its caption says the same. */
const films = /(<(video|audio) [^>]*>).*?<\/\2>/gs;

/** Elements within a line. What any other encloses stands on a line of its own. */
const inline = /<\/?(?:a|code|del|em|s|strong|sub|sup)(?: [^>]*)?>/g;

const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * What a rendered body says, a block a line. It is our own HTML: no attribute has a `>` in it, and
 * four characters are written as entities.
 */
export function textOf(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(marks, "")
    .replace(films, "$1")
    .replace(inline, "")
    .replace(/(?: *<[^>]*> *)+/g, "\n")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => characters[name] ?? "")
    .trim();
}
