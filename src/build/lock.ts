import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** How often, and after how many milliseconds, it is looked whether others have gone. */
const looks = 10;
const lookAgain = 20;

/** Another build is at work on the same output folder. */
export class LockedError extends Error {
  /** The folder's real path. */
  readonly out: string;

  constructor(out: string) {
    super(`another build is running into ${out}`);
    this.out = out;
  }
}

/**
 * Keeps other builds of an output folder away until the function that it gives is called, or the
 * process ends, in whatever way: the lock is a socket that this process listens on, so there is
 * nothing to tidy up after a crash. It does not keep the process alive.
 *
 * `out` is the folder's real path. Throws a `LockedError` at once where another build has the lock.
 * Processes see each other's locks on one machine, and in containers that share its network.
 */
export async function lock(out: string, platform = process.platform): Promise<() => void> {
  // File systems of the others take two spellings of a name for one folder.
  const name = platform === "linux" ? out : out.toLowerCase();
  const hash = createHash("sha256").update(name).digest("hex");
  const server = await hold(hash, platform);
  if (!server) throw new LockedError(out);
  server.unref();
  return () => void server.close();
}

/**
 * Listens on a name, or gives nothing where it is taken. On Linux it is an abstract socket (unix(7))
 * and on Windows a named pipe: both are gone with their process.
 */
function hold(hash: string, platform: NodeJS.Platform): Promise<Server | undefined> {
  // At full length: Node 20 fills a shorter name with NULs, later versions do not.
  if (platform === "linux") return listen(`\0jinsui-${hash}`.padEnd(108, "-"));
  if (platform === "win32") return listen(`\\\\.\\pipe\\jinsui-${hash}`);
  // The path of a socket may have 103 bytes only.
  return holdFolder(join(tmpdir(), `jinsui-${process.getuid?.()}-${hash.slice(0, 24)}`));
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen({ path, exclusive: true }, () => resolve(server));
  });
}

/**
 * Elsewhere a socket is a file, which a killed process leaves behind, and none can be taken over
 * without a race. So everybody listens on a file of their own in a folder, and only then looks at
 * those of the others: of two, one at least sees the other. Whoever is alone has the lock.
 */
async function holdFolder(folder: string): Promise<Server | undefined> {
  mkdirSync(folder, { recursive: true });
  const own = randomBytes(4).toString("hex");
  const server = await listen(join(folder, own));
  for (let look = 0; server && look < looks; look++) {
    const others = await aliveIn(folder, own);
    if (others.length === 0) return server;
    // Of those who look at the same time, the first by name stays till the others have gone.
    if (others.some((other) => other < own)) break;
    await setTimeout(lookAgain);
  }
  server?.close();
  return undefined;
}

/** The names in a folder on which others listen; removes the files of those who are gone. */
async function aliveIn(folder: string, own: string): Promise<string[]> {
  const alive: string[] = [];
  for (const name of readdirSync(folder)) {
    if (name === own) continue;
    if (await isAlive(join(folder, name))) alive.push(name);
    else rmSync(join(folder, name), { force: true });
  }
  return alive;
}

/** Does a process listen on this socket file? */
function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
