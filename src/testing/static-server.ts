import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
};
const texts = /^(?:text\/|application\/(?:json|xml))/;

/** A server of a built site, and the address of its root. */
export interface StaticServer {
  url: string;
  server: Server;
}

/**
 * Serves a built site as an object store behind a CDN does: no rewriting of addresses, 404.html for
 * what is not there, texts compressed, files whose names change with their content kept for a year.
 */
export async function startStaticServer(folder: string): Promise<StaticServer> {
  const server = createServer(({ url = "/", headers }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const found = read(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    const body = found ?? read(join(folder, "404.html")) ?? Buffer.from("");
    const type = types[found ? extname(path) || ".html" : ".html"] ?? "application/octet-stream";
    const compress = texts.test(type) && /\bbr\b/.test(`${headers["accept-encoding"]}`);
    response.writeHead(found ? 200 : 404, {
      "content-type": type,
      ...(compress && { "content-encoding": "br" }),
      "cache-control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "max-age=60",
    });
    response.end(compress ? brotliCompressSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
