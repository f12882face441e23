import { oldestOf } from "@/lib/contracts/list";
import type { CopiedList, Counted } from "@/lib/domain/counted";
import type { Copy } from "@/server/mirror/copies-store";
import { freshnessOf, isAnswer } from "@/server/mirror/fresh";
import { withUsed } from "@/server/mirror/used";
import { now } from "@/server/platform/clock";

/** Runs `work` and tells how old what it found is: as old as the oldest copy that was looked into for it. */
export async function withAge<T>(work: () => Promise<T>) {
  const { result, used } = await withUsed(work);
  const freshness = oldestOf([{ asOf: now(), source: "amp" }, ...used.map(freshnessOf)]);
  return { result, used, freshness };
}

/**
 * What a dialog counts, with the age of the oldest copy that was looked into for it.
 * @param workspaceId whose copies the person may have read again: those of an issuer who named the person are not
 */
export async function counted<T>(workspaceId: string, count: () => Promise<T>): Promise<Counted<T>> {
  const { result, used, freshness } = await withAge(count);
  return {
    impact: result,
    freshness,
    // What is AMP's answer to this very count is not asked for again.
    copies: used.filter((copy) => copy.workspaceId === workspaceId && !isAnswer(copy)).map(toList),
  };
}

function toList({ kind, key }: Copy): CopiedList {
  if (kind === "users" || kind === "categories") return { list: kind };
  return { list: kind === "holders" ? "owners" : kind, assetUuid: key };
}
