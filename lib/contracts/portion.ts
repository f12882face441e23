/** The beginning of a list, or what comes behind it: a person who wants more of it asks the server. */
export interface Portion<T> {
  rows: T[];
  /** Of all of them. */
  total: number;
  /** The number behind which there are more. */
  next: number | null;
}
