import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://www.example.org",
  build: { format: "file" },
  markdown: { syntaxHighlight: false },
  integrations: [
    // By itself it lists flat files without their ending.
    sitemap({ serialize: (item) => ({ ...item, url: item.url.replace(/[^/]$/, "$&.html") }) }),
  ],
  experimental: { incrementalBuild: true },
});
