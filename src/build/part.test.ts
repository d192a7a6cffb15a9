import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { expect, test } from "vitest";
import configure from "../../.eleventy.ts";
import type { Page } from "../pages/page.ts";
import { bodiesInMemory } from "../site/bodies.ts";
import { temporaryFolder } from "../testing/files.ts";
import { filesIn } from "./manifest.ts";
import { PartMaker, removeParts } from "./part.ts";
import type { Prepared } from "./prepare.ts";

/** A part with pages of these addresses, whose text is their address and that of the body. */
function partOf(urls: readonly string[], body: string): Prepared {
  const bodies = bodiesInMemory();
  const name = bodies.keep(body);
  return {
    folder: temporaryFolder(),
    site: { articles: [], assets: [], bodies },
    pages: urls.map((url): Page => ({ url, layout: "script", props: { code: "" } })),
    stylesheet: { url: "/assets/site.css", code: "" },
    variants: new Map(),
    render: ({ url }, bodies) => {
      if (url === "/bad.html") throw new Error("cannot be rendered");
      return `${url} ${bodies.get(name)}`;
    },
  };
}

test("parts are made one after the other with what they are made with then", async () => {
  const staging = temporaryFolder();
  let starts = 0;
  let others = 0;
  const maker = new PartMaker({
    ...{ staging, name: "1" },
    configure: (config: EleventyConfig, part: Prepared) => {
      starts += 1;
      const render = () => {
        others += 1;
        return "own";
      };
      config.addTemplate("own.11ty.js", render, { permalink: "/own.html" });
      return configure(config, part);
    },
  });
  const urls = ["/a.html", "/news/2017/b.html", "/news/2017/c.html", "/feed.xml"];
  const first = await maker.make(partOf(urls.slice(0, 2), "一"));
  const second = await maker.make(partOf(urls.slice(1), "二"));
  expect([...first.keys()]).toEqual(["a.html", "news/2017/b.html"]);
  expect([...second.keys()]).toEqual(["news/2017/b.html", "news/2017/c.html", "feed.xml"]);
  expect(second.get("feed.xml")?.size).toBe(Buffer.byteLength("/feed.xml 二"));
  removeParts(staging);
  const texts = filesIn(staging).map((file) => readFileSync(join(staging, file), "utf8"));
  expect(texts).toEqual([
    "/a.html 一",
    "/feed.xml 二",
    "/news/2017/b.html 二",
    "/news/2017/c.html 二",
  ]);
  expect(starts).toBe(1);
  // What is not of the part is made elsewhere.
  expect(others).toBe(0);
});

test("where a part has failed, none is made any more", async () => {
  const staging = temporaryFolder();
  const maker = new PartMaker({ staging, name: "1", configure });
  await expect(maker.make(partOf(["/a.html", "/bad.html"], ""))).rejects.toThrow(
    "cannot be rendered",
  );
  await expect(maker.make(partOf(["/b.html"], ""))).rejects.toThrow("failed before");
  removeParts(staging);
  expect(filesIn(staging)).toEqual([]);
});
