import type { WorldEnv } from "../world";

const COLLECTIONS = new Set(["/assets", "/registered_users", "/categories", "/managers"]);

/**
 * Where the switch `redirectSlash` sends a GET of a collection without a trailing slash, before anybody is asked who
 * they are; null for every other request. Some HTTP clients lose their credentials on the way.
 */
export function slashedAddress({ baseUrl }: WorldEnv, method: string, url: URL): string | null {
  if (method !== "GET" || !COLLECTIONS.has(url.pathname)) return null;
  return `${new URL(baseUrl).pathname}${url.pathname}/${url.search}`;
}
