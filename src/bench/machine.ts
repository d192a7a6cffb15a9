import { statfsSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** What measurements depend on besides the programs. */
export interface Machine {
  cores: number;
  processor: string;
  memoryBytes: number;
  kernel: string;
  node: string;
  /** The kind of file system that the sites lay on. */
  fileSystem: string;
  /** The load average of the last minute, before anything was built. */
  load: number;
}

/** The kinds that `statfs` tells by number (linux/magic.h), as far as they are common. */
const fileSystems = new Map([
  [0x01021994, "tmpfs"],
  [0xef53, "ext4"],
  [0x58465342, "xfs"],
  [0x9123683e, "btrfs"],
  [0x794c7630, "overlayfs"],
]);

/** Describes this machine and the file system of a folder. */
export function describeMachine(folder: string): Machine {
  const kind = statfsSync(folder).type;
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryBytes: totalmem(),
    kernel: `${type()} ${release()}`,
    node: process.versions.node,
    fileSystem: fileSystems.get(kind) ?? `file system 0x${kind.toString(16)}`,
    load: loadAverage(),
  };
}

/** The load average of the last minute. */
export function loadAverage(): number {
  return loadavg()[0] ?? 0;
}
