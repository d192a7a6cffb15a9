/** What a disk, a permission or a limit of the machine can be in the way of. */
export type StorageFailure =
  | "full"
  | "readOnly"
  | "denied"
  | "tooManyOpen"
  | "tooManyWatched"
  | "broken"
  | "nameTooLong"
  | "notFolder"
  | "busy"
  | "noFolderHere";

const failures: Readonly<Record<string, StorageFailure>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "readOnly",
  EACCES: "denied",
  EPERM: "denied",
  EMFILE: "tooManyOpen",
  ENFILE: "tooManyOpen",
  EIO: "broken",
  ENAMETOOLONG: "nameTooLong",
  ENOTDIR: "notFolder",
  EBUSY: "busy",
  // A folder inside is a disk of its own.
  EXDEV: "busy",
};

/** The machine did not let a file or folder be read or written: no mistake in content/, no bug. */
export class StorageError extends Error {
  readonly failure: StorageFailure;
  /** The file or folder. */
  readonly path: string;

  constructor(failure: StorageFailure, path: string, options?: ErrorOptions) {
    super(`${path}: ${failure}`, options);
    this.failure = failure;
    this.path = path;
  }
}

/**
 * A `StorageError` in the place of an error of the operating system that is one, and anything else
 * as it was. `folder` is what was being read or written where the system does not say.
 */
export function asStorageError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof StorageError) return error;
  const failure = failureOf(error);
  return failure
    ? new StorageError(failure, pathOf(error, failure) ?? folder, { cause: error })
    : error;
}

function failureOf(error: NodeJS.ErrnoException): StorageFailure | undefined {
  const { code = "", syscall, path } = error;
  if (syscall === undefined) return undefined;
  const failure = failures[code];
  // Linux says of its limit of watched files that there is no space.
  if (syscall === "watch" && (failure === "full" || failure === "tooManyOpen")) {
    return "tooManyWatched";
  }
  // A port or a process may be forbidden as well.
  if (failure === "denied" && path === undefined) return undefined;
  if (code === "ENOENT" && /^mk(?:dir|dtemp)$/.test(syscall)) return "noFolderHere";
  return failure;
}

function pathOf(
  error: NodeJS.ErrnoException & { dest?: string },
  failure: StorageFailure,
): string | undefined {
  const { path, dest } = error;
  return failure === "full" || failure === "readOnly" ? (dest ?? path) : path;
}
