import type { Catalogue } from "../messages/index.ts";

/** Shown only when a build takes longer than this, in milliseconds, and then this often. */
const patience = 1000;
const interval = 100;

/** A line on a terminal that tells how far a build is. On anything else it stays silent. */
export function progressOn(
  stream: NodeJS.WriteStream,
  texts: Pick<Catalogue["commands"]["build"], "reading" | "rendering" | "checking">,
) {
  let next = performance.now() + patience;
  let shown = false;
  return {
    show(stage: "reading" | "rendering" | "checking", done: number, total: number): void {
      if (!stream.isTTY || performance.now() < next) return;
      next = performance.now() + interval;
      shown = true;
      stream.write(`\r\u001B[K${texts[stage]({ done, total })}`);
    },
    clear(): void {
      if (shown) stream.write("\r\u001B[K");
      shown = false;
    },
  };
}
