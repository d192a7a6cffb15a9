import lighthouse from "lighthouse";

/** The scores of a page, 0 to 100, and what kept each from 100. */
export interface Scores {
  path: string;
  scores: Record<string, number>;
  /** Audits that failed: what they ask for. */
  missed: string[];
}

/** Measures pages of a site as a slow phone sees them, in a browser that listens at a port. */
export async function measure(
  site: string,
  paths: readonly string[],
  port: number,
): Promise<Scores[]> {
  const results: Scores[] = [];
  for (const path of paths) {
    const options = { port, output: "json", logLevel: "error" } as const;
    const result = await lighthouse(site + path, options);
    if (!result) throw new Error(`Lighthouse told nothing of ${path}`);
    const { categories, audits } = result.lhr;
    const scores = Object.fromEntries(
      Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]),
    );
    const counted = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ weight }) => weight > 0);
    const missed = counted.flatMap(({ id }) => {
      const { score, title, displayValue } = audits[id] ?? {};
      return score === null || score === undefined || score >= 0.9
        ? []
        : `${id}: ${title}${displayValue ? ` (${displayValue})` : ""}`;
    });
    results.push({ path, scores, missed });
  }
  return results;
}
