import type { Slowest, Timings } from "../build/timings.ts";
import type { Catalogue } from "../messages/index.ts";

/** Where the time of a build went: a line for each stage, then what took longest. */
export function formatTimings(
  { stages, articles, pages }: Timings,
  texts: Catalogue["commands"]["build"],
): string {
  const inMilliseconds = (name: string, milliseconds: number) =>
    `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0).padStart(8)} ms  ${name}`;
  const slowest = (title: string, { list }: Slowest) =>
    list.length === 0 ? [] : ["", title, ...list.map((one) => inMilliseconds(...one))];
  return [
    texts.profile.title,
    ...Array.from(stages, ([stage, time]) => inMilliseconds(texts.profile.stages[stage], time)),
    ...slowest(texts.profile.articles, articles),
    ...slowest(texts.profile.pages, pages),
    "",
  ].join("\n");
}
