/**
 * The innermost cause's text. Wrapping errors quote what they were working on: a database library's message repeats
 * the query's parameters, user names and cipher texts among them.
 */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
