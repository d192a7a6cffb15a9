import { astro } from "./astro.ts";
import { eleventy } from "./eleventy.ts";
import type { SiteGenerator } from "./generator.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jinsui } from "./jinsui.ts";

/** Every generator that can be measured, in the order in which they are listed. */
export const generators: readonly SiteGenerator[] = [jinsui, eleventy, hugo, astro, hexo];
