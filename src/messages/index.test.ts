import { describe, expect, test } from "vitest";
import { catalogue, languages } from "./index.ts";

/** The paths of all texts of a catalogue: `problems.encoding`. */
function keys(value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === "object" ? keys(item, `${path}${key}.`) : [`${path}${key}`],
  );
}

test("Simplified Chinese is the default", () => {
  expect(languages[0]).toBe("zh-Hans");
});

describe.each(languages)("%s", (language) => {
  test("has the texts that every language has, in the same order", () => {
    const texts = keys(catalogue(language));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts).toEqual(keys(catalogue("zh-Hans")));
  });

  test("has no empty text", () => {
    const { page, commands } = catalogue(language);
    const texts = [page, commands, commands.build, commands.dev, commands.import];
    const empty = texts.flatMap((group) =>
      Object.entries(group).filter(([key, text]) => text === "" && key !== "authorSeparator"),
    );
    expect(empty).toEqual([]);
  });

  test("tells each option of a command in its usage", () => {
    const { build, dev, import: importing } = catalogue(language).commands;
    expect(build.usage.match(/--[a-z]+ /g)).toEqual(
      expect.arrayContaining(["--content ", "--out ", "--now "]),
    );
    expect(dev.usage.match(/--[a-z]+ /g)).toEqual(
      expect.arrayContaining(["--content ", "--port "]),
    );
    expect(importing.usage.match(/--[a-z]+ /g)).toEqual(expect.arrayContaining(["--column "]));
  });
});

test("what English says to visitors and of problems has no Han characters in it", () => {
  const { page, problems } = catalogue("en");
  const texts = JSON.stringify({ page, problems }, (_, text) =>
    typeof text === "function" ? String(text) : text,
  );
  expect(texts).toMatch(/Asia\/Shanghai/);
  expect(texts.match(/\p{Script=Han}+/gu)).toBeNull();
});

test("what is to be written is called by its own name, without that of the field around it", () => {
  const { problems } = catalogue("zh-Hans");
  const params = { key: "source.name", example: "兴县先锋" };
  expect(problems["field-required"](params).hint).toMatch(/：name: 兴县先锋$/);
});

test("an expiry may fall on the date of publication, so it is not said to lie before it", () => {
  const told = languages.flatMap((language) =>
    ["updated", "expires"].map((key) => {
      const params = { key, value: "2017-07-07", date: "2017-07-07" };
      return /早于|lies before/.test(catalogue(language).problems["date-order"](params).message);
    }),
  );
  expect(told).toEqual([true, false, true, false]);
});
