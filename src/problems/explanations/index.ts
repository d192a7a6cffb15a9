import type { Language } from "../../messages/index.ts";
import type { ProblemCode } from "../problem.ts";
import { en } from "./en.ts";
import { zhHans } from "./zh-Hans.ts";

/** What an editor should know of each problem, in each language. */
export const explanations: Record<Language, Record<ProblemCode, string>> = {
  "zh-Hans": zhHans,
  en,
};
