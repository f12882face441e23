/** Which columns of a list this browser chose last. It lives in a cookie, so that the server paints them at once. */
export const columnsCookie = (list: string): string => `ampdesk-columns-${list}`;

const YEAR_SECONDS = 31_536_000;

/** @param columns as `printColumns` wrote them; empty forgets the choice */
export function rememberColumns(list: string, columns: string): void {
  const seconds = columns === "" ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${columnsCookie(list)}=${columns}; path=/; max-age=${seconds}; samesite=lax`;
}
