import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import { copySite, temporaryFolder, treeOf } from "../testing/files.ts";
import { tellingPicture } from "../testing/pictures.ts";
import { pngOf } from "../testing/samples.ts";
import { build } from "./build.ts";
import { filesIn } from "./manifest.ts";
import { merge } from "./merge.ts";

/** A site under change, and where it is built. */
interface State {
  content: string;
  out: string;
  caches: string;
  now: number;
}

const columns = ["news", "notice"] as const;
const start = Date.parse("2026-01-01T00:00:00Z");

/** What somebody does between two builds. The numbers choose among what is there. */
type Edit = [name: string, act: (state: State) => void];

const articlesOf = ({ content }: State) =>
  filesIn(content).filter((file) => /^(?:news|notice)\/.*\.md$/.test(file));

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

const put = (state: State, path: string, text: string | Buffer) => {
  mkdirSync(dirname(join(state.content, path)), { recursive: true });
  writeFileSync(join(state.content, path), text);
};

const change = (state: State, path: string | undefined, edit: (text: string) => string) => {
  if (path === undefined) return;
  const file = join(state.content, path);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
};

const photographs = await Promise.all(
  [600, 500].map((width) => tellingPicture(1, width, 100).png().toBuffer()),
);

/** Large enough to be encoded anew, in as little time as may be. */
const scan = await tellingPicture(1, 480, 40).png().toBuffer();

const number = fc.nat({ max: 1000 });
const words = fc.constantFrom(
  "春耕",
  "修渠",
  "a & b <i>",
  "“引号”",
  "[链接](../2018/0101-second.md)",
  "",
);
const date = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2026-06-01"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 16).replace("T", " "));
const heads = fc.constantFrom(
  "",
  "pinned: true\n",
  "withdrawn: 撤稿。\n",
  "source: 兴县先锋\nauthor: [张三, ZHANG]\n",
  "draft: true\n",
  "expires: 2026-02-01\n",
  "tags: [甲, 乙]\n",
);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(number, date, words, heads, fc.constantFrom(...columns))
    .map(
      ([name, day, body, head, column]): Edit => [
        `add ${column}/${day.slice(0, 4)}/n${name}.md ${head}${body}`,
        (state) =>
          put(
            state,
            `${column}/${day.slice(0, 4)}/n${name}.md`,
            `---\ntitle: 新${name}\ndate: ${day}\n${head}---\n${body || "正文"}\n`,
          ),
      ],
    ),
  fc
    .tuple(number, words)
    .map(
      ([which, text]): Edit => [
        `append to ${which}: ${text}`,
        (state) => change(state, pick(articlesOf(state), which), (old) => `${old}\n${text}\n`),
      ],
    ),
  fc
    .tuple(number, words)
    .map(
      ([which, text]): Edit => [
        `title of ${which}: ${text}`,
        (state) =>
          change(state, pick(articlesOf(state), which), (old) =>
            old.replace(/^title: .*$/m, `title: 题${JSON.stringify(text).slice(1, -1)}`),
          ),
      ],
    ),
  fc
    .tuple(number, date)
    .map(
      ([which, day]): Edit => [
        `date of ${which}: ${day}`,
        (state) =>
          change(state, pick(articlesOf(state), which), (old) =>
            old.replace(/^date: .*$/m, `date: ${day}`),
          ),
      ],
    ),
  number.map(
    (which): Edit => [
      `swap two characters of ${which}, so that its size stays`,
      (state) =>
        change(state, pick(articlesOf(state), which), (old) =>
          old.replace(/(正)(文)|(文)(正)/, (_, a, b, c, d) => (a ? b + a : d + c)),
        ),
    ],
  ),
  number.map(
    (which): Edit => [
      `delete ${which}`,
      (state) => {
        const path = pick(articlesOf(state), which);
        if (path && !/0101-second/.test(path)) rmSync(join(state.content, path));
      },
    ],
  ),
  fc.tuple(number, number).map(
    ([which, name]): Edit => [
      `rename ${which}`,
      (state) => {
        const path = pick(articlesOf(state), which);
        if (!path || /0101-second/.test(path)) return;
        renameSync(join(state.content, path), join(state.content, dirname(path), `r${name}.md`));
      },
    ],
  ),
  number.map(
    (which): Edit => [
      `draft ${which}`,
      (state) =>
        change(state, pick(articlesOf(state), which), (old) =>
          /^draft/m.test(old)
            ? old.replace(/^draft: .*\n/m, "")
            : old.replace("---\n", "---\ndraft: true\n"),
        ),
    ],
  ),
  fc.constantFrom("pageSize: 5", "pageSize: 6", "latest: fragment", "description: 说明").map(
    (line): Edit => [
      `site.yaml: ${line}`,
      (state) => {
        const [key = ""] = line.split(":");
        change(state, "site.yaml", (old) =>
          new RegExp(`^${key}:`, "m").test(old)
            ? old.replace(new RegExp(`^${key}: .*\\n`, "m"), "")
            : `${old.trimEnd()}\n${line}\n`,
        );
      },
    ],
  ),
  fc.tuple(number, number).map(
    ([which, seconds]): Edit => [
      `touch ${which}`,
      (state) => {
        const path = pick(articlesOf(state), which);
        if (path) utimesSync(join(state.content, path), seconds, seconds);
      },
    ],
  ),
  number.map(
    (which): Edit => [
      `replace the picture by one of ${which}`,
      (state) => put(state, "news/2017/map.png", pngOf(1 + (which % 5), 3)),
    ],
  ),
  fc
    .nat({ max: 1 })
    .map(
      (which): Edit => [
        `replace the picture by photograph ${which}, which is encoded anew`,
        (state) => put(state, "news/2017/map.png", photographs[which] ?? ""),
      ],
    ),
  fc.tuple(date, fc.constantFrom(...columns)).map(
    ([day, column]): Edit => [
      `add ${column}/${day.slice(0, 4)}/scan.md with a picture that others may have as well`,
      (state) => {
        const folder = `${column}/${day.slice(0, 4)}`;
        put(state, `${folder}/scan.png`, scan);
        put(state, `${folder}/scan.md`, `---\ntitle: 扫描\ndate: ${day}\n---\n![](scan.png)\n`);
      },
    ],
  ),
  fc.tuple(number, fc.constantFrom("delete", "alter", "empty", "link")).map(
    ([which, how]): Edit => [
      `${how} ${which} in the output folder`,
      ({ out }) => {
        const path = pick(filesIn(out), which);
        if (path === undefined) return;
        const file = join(out, path);
        const bytes = readFileSync(file);
        if (path === ".manifest.json" && how !== "delete") return;
        if (path === ".manifest.json") rmSync(out, { recursive: true });
        else if (how === "alter") writeFileSync(file, Buffer.from(bytes).fill("x", 0, 5));
        else if (how === "empty") writeFileSync(file, "");
        else rmSync(file);
        if (how === "link" && path !== ".manifest.json") symlinkSync("/dev/null", file);
      },
    ],
  ),
  fc.tuple(number, number, fc.constantFrom("flip", "cut", "delete")).map(
    ([which, at, how]): Edit => [
      `${how} ${which} of the cache at ${at}`,
      ({ caches }) => {
        const path = existsSync(caches) ? pick(filesIn(caches), which) : undefined;
        if (path === undefined) return;
        const file = join(caches, path);
        const bytes = readFileSync(file);
        if (how === "delete") rmSync(file);
        else if (how === "cut") writeFileSync(file, bytes.subarray(0, at % (bytes.length + 1)));
        else if (bytes.length > 0) {
          const place = at % bytes.length;
          bytes.writeUInt8(bytes.readUInt8(place) ^ 4, place);
          writeFileSync(file, bytes);
        }
      },
    ],
  ),
  fc.integer({ min: -400, max: 400 }).map(
    (days): Edit => [
      `the clock: ${days} days`,
      (state) => {
        state.now = start + days * 86_400_000;
      },
    ],
  ),
);

// A few series are the same each time, as what they hold must be enough; many are others each time.
const { JINSUI_EDITS: many, JINSUI_SEED: seed = many === undefined ? "1" : undefined } =
  process.env;
const runs = Number(many ?? 6);

test("after any edits the site, also of joined shards, is that of a clean build, byte for byte", {
  timeout: runs * 60_000,
}, async () => {
  let built = 0;
  let told = 0;
  const sequences = fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), {
    minLength: 4,
    maxLength: 8,
  });
  const property = fc.asyncProperty(sequences, async (steps) => {
    const root = temporaryFolder();
    const content = copySite("basic");
    const state = { content, out: join(root, "dist"), caches: join(root, "caches"), now: start };
    await build({ folder: content, ...state, configure });
    for (const step of steps) {
      for (const [, act] of step) act(state);
      const clean = join(root, "clean");
      const [result, expected] = [
        await build({ folder: content, ...state, configure }),
        await build({ folder: content, out: clean, now: state.now, configure }),
      ];
      expect(result.problems).toEqual(expected.problems);
      if (expected.built) {
        built++;
        expect(treeOf(state.out)).toEqual(treeOf(clean));
        const folders: string[] = [];
        for (const index of [1, 2]) {
          const out = join(root, `shard-${index}`);
          folders.push(out);
          await build({ folder: content, ...state, out, configure, share: { index, count: 2 } });
        }
        await merge({ folders, out: join(root, "joined") });
        expect(treeOf(join(root, "joined"))).toEqual(treeOf(clean));
      } else told++;
      rmSync(clean, { recursive: true, force: true });
    }
    const litter = readdirSync(root).filter((name) => !/^(?:joined|shard-[12])$/.test(name));
    // An output folder that somebody has removed is not there until there is a site again.
    expect(litter.sort()).toEqual(existsSync(state.out) ? ["caches", "dist"] : ["caches"]);
  });
  await fc.assert(property, {
    numRuns: runs,
    ...(seed !== undefined && { seed: Number(seed) }),
  });
  expect(built).toBeGreaterThan(told);
});
