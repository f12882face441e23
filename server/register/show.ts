/** While a job or a batch runs, pages do not wait more often than this for lists that are read whole again. */
export const SHOW_MS = 60_000;
