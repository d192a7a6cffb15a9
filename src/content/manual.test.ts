import { expect, test } from "vitest";
import { referenceManual } from "./manual.ts";

// `npm test -- --update` writes these files anew after a change to the schema.
test.each([
  ["docs/front-matter.md", "en"],
  ["docs/front-matter.zh-CN.md", "zh-Hans"],
] as const)("%s says what the schema says", async (file, language) => {
  await expect(`${referenceManual(language)}\n`).toMatchFileSnapshot(`../../${file}`);
});
