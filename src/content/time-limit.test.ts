import { describe, expect, test } from "vitest";
import { type Problem, problem } from "../problems/problem.ts";
import { maxFileMilliseconds, readWithinTime, workWithinTime } from "./time-limit.ts";

type Read = Parameters<typeof readWithinTime<string>>[1];

const files = Array.from({ length: 120 }, (_, index) => `news/2017/${index}.md`);

/** Reads the files: each tells one problem of its own, and `strange` are read as given. */
function readAll(strange: Record<string, Read>) {
  const told: string[] = [];
  const report = (found: Problem) => told.push(`${found.file} ${found.code}`);
  const read: Read = (file, tell) => {
    tell(problem("yaml-tab", { file, line: 1, column: 1 }, {}));
    return strange[file]?.(file, tell) ?? file;
  };
  return { values: [...readWithinTime(files, read, report)], told };
}

function forever(): never {
  for (;;) Math.random();
}

describe("files", () => {
  test("are given in order, with what they report", () => {
    const { values, told } = readAll({});
    expect(values).toEqual(files);
    expect(told).toEqual(files.map((file) => `${file} yaml-tab`));
  });

  test.each([
    ["runs on", forever, "article-slow"],
    [
      "has a regular expression that does",
      () => String(/^(a+)+$/.test(`${"a".repeat(99)}b`)),
      "article-slow",
    ],
    [
      "overflows the stack",
      function again(): never {
        return again();
      },
      "nesting-deep",
    ],
  ])("one that %s is one problem, and its neighbours are as ever", (_, read, code) => {
    const [bad = ""] = files.slice(70);
    const { values, told } = readAll({ [bad]: read });
    expect(values).toEqual(files.map((file) => (file === bad ? undefined : file)));
    expect(told).toEqual(files.map((file) => `${file} ${file === bad ? code : "yaml-tab"}`));
  });

  test("that take long together are no problem", () => {
    const busy: Read = (file) => {
      for (const end = performance.now() + 20; performance.now() < end; );
      return file;
    };
    expect(20 * files.length).toBeGreaterThan(2 * maxFileMilliseconds);
    const { values, told } = readAll(Object.fromEntries(files.map((file) => [file, busy])));
    expect(values).toEqual(files);
    expect(told).toEqual(files.map((file) => `${file} yaml-tab`));
  });

  test("are read only as they are asked for, so that one can wait between them", async () => {
    let read = 0;
    for (const _ of readWithinTime(
      files,
      () => read++,
      () => {},
    )) {
      await new Promise(setImmediate);
      break;
    }
    expect(read).toBe(100);
  });

  test("other errors are errors", () => {
    const broken = () => {
      throw new RangeError("Invalid count value: -1");
    };
    expect(() => readAll({ [files[3] ?? ""]: broken })).toThrow("Invalid count value");
  });
});

describe("a machine that stalls", () => {
  const asleep = (milliseconds: number) =>
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

  test("does not make work slow", () => {
    expect(workWithinTime(() => asleep(250), 100)).toEqual({ kind: "done", value: "timed-out" });
  });

  test("does not save work that is", () => {
    let calls = 0;
    const work = () => (calls++ === 0 ? asleep(1000) : forever());
    expect(workWithinTime(work, 100)).toEqual({ kind: "slow" });
    expect(calls).toBeGreaterThan(1);
  });
});
