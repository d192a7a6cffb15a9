/** The place of the first in a sorted list that is not less than a value; the length where all are. */
export function placeOf<T extends string | number>(sorted: readonly T[], value: T): number {
  let [start, end] = [0, sorted.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((sorted[middle] as T) < value) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** The place of a value in a sorted list, if it is in it; `guess` is looked at first. */
export function placeIn<T extends string | number>(
  sorted: readonly T[],
  value: T,
  guess = 0,
): number | undefined {
  const place = sorted[guess] === value ? guess : placeOf(sorted, value);
  return sorted[place] === value ? place : undefined;
}
