import { holdIn } from "@/server/platform/bounded";

/** Pages ask for the same all the time: what was just kept, and has not changed since, is not kept again. */
const KEPT_MS = 60_000;

/** What this process has kept lately: `most` at a time. */
export function createKeptLately(most: number) {
  const kept = new Map<string, { at: number; content: string }>();
  return {
    /** Counts it as kept. @returns how it is counted as that no longer; null when it was just kept */
    begin(key: string, content: string, toldAt: Date): (() => void) | null {
      const at = toldAt.getTime();
      const before = kept.get(key);
      if (before?.content === content && at - before.at < KEPT_MS) return null;
      const own = { at, content };
      holdIn(kept, most, key, own);
      return () => {
        if (kept.get(key) === own) kept.delete(key);
      };
    },
    clear: (): void => kept.clear(),
  };
}
