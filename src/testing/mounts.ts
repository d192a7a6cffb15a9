import { spawnSync } from "node:child_process";
import { type Ended, projectFolder } from "./files.ts";

const root = process.getuid?.() === 0;

/** May disks be mounted here, seen by nobody else? On Linux, as root or in a user namespace. */
export const canMount = withOwnMounts("mount -t tmpfs none /mnt").status === 0;

/**
 * Runs a shell script that may mount disks: they are gone with it. `$1` and so on are the arguments,
 * `$NODE` is Node, and the working folder is the project's.
 */
export function withOwnMounts(script: string, args: readonly string[] = []): Ended {
  const flags = root ? ["--mount"] : ["--mount", "--user", "--map-root-user"];
  return spawnSync("unshare", [...flags, "sh", "-euc", script, "sh", ...args], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, NODE: process.execPath },
  });
}

/** What to put before a command so that the permissions of files hold for it, also for root. */
export const asOrdinaryUser = root
  ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"]
  : [];
