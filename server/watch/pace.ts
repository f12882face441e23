import { REST_PER_READING } from "@/server/amp/rest";

/** A quicker round is no burden. */
const LIGHT_ROUND_MS = 2_000;
const LONGEST_REST_MS = 30 * 60_000;

/** Nothing is sent from here for an account without a node, and there may be many of them. */
const BOOKS_SECONDS = 300;

/** How often AMP alone is looked at, where the watch over treasuries looks every `seconds`. */
export const booksEvery = (seconds: number): number => (seconds > 0 ? Math.max(seconds, BOOKS_SECONDS) : 0);

/** How long the last look at each asset took, in milliseconds, by workspace. */
const taken = new Map<string, Map<string, number>>();

export function noteLook(workspaceId: string, assetUuid: string, ms: number): void {
  const looks = taken.get(workspaceId) ?? new Map<string, number>();
  taken.set(workspaceId, looks.set(assetUuid, ms));
}

/** Assets that AMP lists no longer burden nobody. */
export function keepLooks(workspaceId: string, listed: readonly string[]): void {
  const looks = taken.get(workspaceId);
  for (const assetUuid of looks?.keys() ?? []) if (!listed.includes(assetUuid)) looks?.delete(assetUuid);
}

/**
 * Whether the last good look at an asset of the workspace is young enough to leave AMP in peace: a look at very many holders
 * is a large answer, and all assets together count.
 */
export function mayRest(workspaceId: string, goodAt: Date | null, now: Date): boolean {
  if (goodAt === null) return false;
  const roundMs = [...(taken.get(workspaceId)?.values() ?? [])].reduce((sum, ms) => sum + ms, 0);
  if (roundMs < LIGHT_ROUND_MS) return false;
  const ageMs = now.getTime() - goodAt.getTime();
  // A look of the future was before the shared clock was put back.
  return ageMs >= 0 && ageMs < Math.min(REST_PER_READING * roundMs, LONGEST_REST_MS);
}
