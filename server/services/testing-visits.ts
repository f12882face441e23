import { AsyncLocalStorage } from "node:async_hooks";
import type { pageData } from "@/server/doors/page-data";

/** One person's look at one page, route or action: what AMP was asked for it and how it ended. */
export interface Visit {
  /** Of the session; null for who is not signed in. */
  secret: string | null;
  /** Whether something might be changed: then nothing but reads leaves the desk. */
  isDeed: boolean;
  /** "GET /assets/…" */
  calls: string[];
  /** Codes of the reads of a page that failed. */
  failures: string[];
}

export const visits = new AsyncLocalStorage<Visit>();

/** A page's door that tells the visit what the page's reads came to. */
export const withFailures =
  (real: typeof pageData): typeof pageData =>
  async (read) => {
    const page = await real(read);
    if (!page.ok) visits.getStore()?.failures.push(page.error.code);
    return page;
  };

const CHANGING_GETS = /\/(register|register-authorized|refresh-token|address)$|\/distributions\/create\/$/;

/** Writes down what AMP is asked during a visit, and lets no change through. @returns takes it back */
export function watchCalls(sandboxUrl: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const visit = visits.getStore();
    const method = init?.method ?? "GET";
    if (url.href.startsWith(`${sandboxUrl}/api/`))
      visit?.calls.push(`${method} ${url.pathname.slice("/api".length)}`);
    if (visit?.isDeed && (method !== "GET" || CHANGING_GETS.test(url.pathname)))
      throw new TypeError("fetch failed");
    return real(input, init);
  };
  return () => {
    globalThis.fetch = real;
  };
}
