/** A line of a file, from 0, and what it should say. */
export interface Change {
  index: number;
  text: string;
}
