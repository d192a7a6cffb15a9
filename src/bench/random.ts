/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of a list, which must not be empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** `count` different members of a list, in random order; all where it has no more. */
  some<T>(list: readonly T[], count: number): T[];
}

/**
 * A generator of numbers for a seed and a position, so that the numbers for one position do not
 * depend on how many were drawn for those before it. The sequence is mulberry32, which is in the
 * public domain (Tommy Ettinger, 2017).
 */
export function randomAt(seed: number, position: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(position + 1, 0xc2b2ae35);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    some(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () =>
        rest.splice(between(0, rest.length - 1), 1),
      ).flat();
    },
  };
}
