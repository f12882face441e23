import { holdIn } from "@/server/platform/bounded";

interface Opened {
  secret: string;
  /** Milliseconds since 1970. */
  until: number;
}

const MAX_HELD = 1_000;

/**
 * Opens a sealed text once, and gives what was in it until that ends: a page asks many times with the same cookie. What
 * cannot be opened is tried each time.
 */
export function openedOnce(
  open: (sealed: string) => Promise<Opened | null>,
): (sealed: string) => Promise<string | null> {
  const held = new Map<string, Opened>();
  return async (sealed) => {
    const known = held.get(sealed);
    if (known && known.until > Date.now()) return known.secret;
    held.delete(sealed);
    const opened = await open(sealed);
    if (!opened) return null;
    holdIn(held, MAX_HELD, sealed, opened);
    return opened.secret;
  };
}
