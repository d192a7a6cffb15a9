import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { defineCollection } from "astro:content";

const articles = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./content" }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    source: z.string(),
    author: z.string(),
    editor: z.string(),
    summary: z.string(),
    keywords: z.array(z.string()),
  }),
});

export const collections = { articles };
