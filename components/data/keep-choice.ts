const YEAR_SECONDS = 31_536_000;

/**
 * Keeps how this browser likes the pages, in a cookie, so that the server paints them so at once.
 * @param value empty forgets the choice
 */
export function keepChoice(cookie: string, value: string): void {
  const seconds = value === "" ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API writes later, and many choices are followed by a page that must see them; it is also missing in older browsers and over plain http
  document.cookie = `${cookie}=${value}; path=/; max-age=${seconds}; samesite=lax`;
}
