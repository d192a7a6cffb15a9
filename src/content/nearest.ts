import { distance } from "fastest-levenshtein";

/** The known name that a misspelt one most likely means, if any is near. */
export function nearest<T extends string>(name: string, known: readonly T[]): T | undefined {
  const lower = name.toLowerCase();
  const near = known
    .map((one) => ({ one, far: distance(lower, one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  // Two letters that changed places, as in “titel”, count as two.
  return near && near.far <= Math.max(1, Math.floor(near.one.length * 0.4)) ? near.one : undefined;
}
