import { reasonOf } from "@/server/platform/reason";

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 64 * 1024;
/** As many as the real registry's HTTP client follows. */
const MAX_REDIRECTS = 10;

/** Why a page could not be read, in a few words. */
export class PageError extends Error {
  override name = "PageError";
}

/**
 * Reads a small text over HTTP: a 2xx status, at most 5 seconds for everything, 64 KiB and 10 redirects.
 * @throws PageError
 */
export async function fetchPage(url: string): Promise<string> {
  try {
    return await follow(url, AbortSignal.timeout(TIMEOUT_MS));
  } catch (error) {
    if (error instanceof PageError) throw error;
    const isLate = error instanceof Error && error.name === "TimeoutError";
    throw new PageError(isLate ? "operation timed out" : (reasonOf(error) ?? "the connection failed"));
  }
}

async function follow(url: string, signal: AbortSignal): Promise<string> {
  let address = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetch(address, { redirect: "manual", signal });
    if (response.ok) return readText(response);
    await response.body?.cancel();
    const location = response.status >= 300 && response.status < 400 && response.headers.get("location");
    if (!location) throw new PageError(`${response.status} ${response.statusText}`.trim());
    address = new URL(location, address).href;
  }
  throw new PageError("too many redirects");
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new PageError(`the page is larger than ${MAX_BYTES / 1024} KiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
