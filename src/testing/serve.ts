import { onTestFinished } from "vitest";
import { startStaticServer } from "./static-server.ts";

/** Serves a built site until the test is over, and gives the address of its root. */
export async function serveFolder(folder: string): Promise<string> {
  const { url, server } = await startStaticServer(folder);
  onTestFinished(() => {
    server.close();
  });
  return url;
}
