import { renderPage } from "../../layouts/render.tsx";
import { catalogue } from "../messages/index.ts";
import { pagesOf } from "../pages/page.ts";
import { formatProblems } from "../problems/report.ts";
import { present, readMoment } from "./now.ts";
import { type Prepared, prepare } from "./prepare.ts";

/**
 * Reads the site for Eleventy's own command line, which knows nothing of our options: the content
 * folder is `JINSUI_CONTENT` or `content`, the moment `JINSUI_NOW` or now. Rejects with every problem
 * in its message.
 */
export async function prepareFromEnvironment(): Promise<Prepared> {
  const folder = process.env["JINSUI_CONTENT"] ?? "content";
  const given = process.env["JINSUI_NOW"];
  const now = given === undefined ? present() : await readMoment(given);
  if (now === undefined) throw new Error("JINSUI_NOW is not an ISO 8601 date");
  const { prepared, problems, language } = await prepare({ folder, now }, renderPage);
  if (prepared) return { ...prepared, pages: prepared.plan.flatMap(pagesOf) };
  throw new Error(`\n${formatProblems(problems, folder, catalogue(language), false)}`);
}
