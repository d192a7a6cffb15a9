import { expect, test } from "vitest";
import { Backlog } from "./backlog.ts";

const pages = (count: number) =>
  new Map(Array.from({ length: count }, (_, number) => [`${number}`, number] as const));

/** A backlog whose parts are made when they are let go. */
function start() {
  const parts: { pages: string[]; done: () => void }[] = [];
  const backlog = new Backlog<number>(
    (part) => new Promise((done) => void parts.push({ pages: [...part.keys()], done })),
  );
  const nextPart = async () => {
    parts.at(-1)?.done();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { parts, backlog, nextPart };
}

test("a page that somebody waits for is in the next part", async () => {
  const { parts, backlog, nextPart } = start();
  backlog.release(pages(1000));
  let made = false;
  const waiting = backlog.made("999").then(() => {
    made = true;
  });
  await nextPart();
  expect([parts[0]?.pages.includes("999"), parts[1]?.pages[0], made]).toEqual([
    false,
    "999",
    false,
  ]);
  await nextPart();
  await waiting;
  await backlog.made("999");
  expect(parts).toHaveLength(3);
});

test("while it is held nothing is made, and then only what it is given anew", async () => {
  const { parts, backlog, nextPart } = start();
  backlog.release(pages(1000));
  const waiting = backlog.made("999");
  const held = backlog.hold();
  await nextPart();
  await held;
  expect(parts).toHaveLength(1);
  backlog.release(pages(2));
  // It is not to be made any more.
  await waiting;
  expect(parts[1]?.pages).toEqual(["0", "1"]);
  await nextPart();
  expect(parts).toHaveLength(2);
});

test("where there was nothing to be made it goes on with what there is later", async () => {
  const { parts, backlog } = start();
  backlog.release(new Map());
  await backlog.hold();
  backlog.release(pages(1));
  expect(parts).toHaveLength(1);
});
