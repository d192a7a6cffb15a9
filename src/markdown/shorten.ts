const maxShown = 40;

/** A written line as a hint repeats it: at most 40 characters, with `…` for the rest. */
export function shorten(line: string): string {
  if (line.length <= maxShown) return line;
  const characters = Array.from(line.slice(0, 2 * maxShown));
  return characters.length <= maxShown ? line : `${characters.slice(0, maxShown - 1).join("")}…`;
}
