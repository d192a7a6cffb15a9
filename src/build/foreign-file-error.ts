/** The output folder holds a file that no build wrote where the site needs to put one. */
export class ForeignFileError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} was not written by a build`);
    this.file = file;
  }
}
