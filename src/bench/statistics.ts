/** The middle of some numbers, the mean of the two middle ones of an even count; throws on none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error("no numbers to take a median of");
  return (lower + upper) / 2;
}

/** How many times `base` a number is; undefined where there is no base to compare it with. */
export function ratio(number: number, base: number | undefined): number | undefined {
  return base ? number / base : undefined;
}
