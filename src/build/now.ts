/** The present, in milliseconds since 1970. The clock decides what is published, and is read nowhere else for it. */
export function present(): number {
  return Date.now();
}

/**
 * The moment that an ISO 8601 date means, with or without a time, in milliseconds since 1970.
 * Without an offset it is Beijing time, wherever the site is built. Gives nothing for a text that is
 * no date.
 */
export async function readMoment(text: string): Promise<number | undefined> {
  // Few commands are given one, and dates take a while to load.
  const [{ DateTime }, { defaultTimeZone }] = await Promise.all([
    import("luxon"),
    import("../content/date.ts"),
  ]);
  const date = DateTime.fromISO(text.replace(" ", "T"), { zone: defaultTimeZone });
  return date.isValid && /^\d{4}-\d{2}-\d{2}/.test(text) ? date.toMillis() : undefined;
}
