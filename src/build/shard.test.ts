import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { parseShare, type Share, shareOf } from "./shard.ts";

test.each<[string, Share | undefined]>([
  ["1/1", { index: 1, count: 1 }],
  ["2/4", { index: 2, count: 4 }],
  ["999/999", { index: 999, count: 999 }],
  ...["0/4", "5/4", "1/1000", "1/0", "0/0", "2", "2/", "/4", "1/2/3", "-1/4", "1.5/4", "２/4"].map(
    (text): [string, undefined] => [text, undefined],
  ),
  ["", undefined],
  [" 1/2", undefined],
])("the share %j is %j", (text, share) => {
  expect(parseShare(text)).toEqual(share);
});

test("a file belongs to the share that the hash of its path names, as it is documented", () => {
  for (const path of ["index.html", "news/2017/0707-first.html", "a/图.png"]) {
    const bits = createHash("sha256").update(path).digest("hex").slice(0, 12);
    expect(shareOf(path, 7)).toBe((Number.parseInt(bits, 16) % 7) + 1);
  }
  // Folders of shards that were built before stay right only as long as this does.
  expect(["index.html", "feed.xml", "404.html"].map((path) => shareOf(path, 100))).toEqual([
    13, 1, 69,
  ]);
});

test("shares have about as many files each", () => {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let number = 0; number < 70_000; number++) {
    const at = shareOf(`news/2017/${number}.html`, 7) - 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
