import type { Actor } from "@/lib/domain/actor";
import type { BlacklistedPart } from "@/lib/domain/utxos";
import { authorize } from "@/server/auth/authorize";
import { outputsCopied } from "@/server/mirror/balances";
import { blacklistedInWallet, blacklistedPairs } from "@/server/mirror/eligibility-store";

export interface BlacklistedUsers {
  has(userId: number, assetUuid: string): boolean;
  /** null where no copy tells of the asset's outputs. */
  of(userId: number, assetUuid: string): BlacklistedPart | null;
  /** When the asset's outputs were asked for; null where no copy tells of them. */
  asOf(assetUuid: string): Date | null;
}

/**
 * What the users have blacklisted of which assets, as the copies tell that there are: many assets at once are not asked
 * for. @param assetUuids those that the person may see
 */
export async function readBlacklisted(
  actor: Actor,
  assetUuids: readonly string[],
  userIds: readonly number[],
): Promise<BlacklistedUsers> {
  const copied = await copiedOutputs(actor, assetUuids);
  const told = [...copied.keys()];
  const pairs =
    told.length === 0 ? [] : await blacklistedPairs(actor.workspaceId, { assetUuids: told, userIds });
  const sums = new Map(pairs.map(({ userId, assetUuid, sats }) => [keyOf(userId, assetUuid), sats]));
  return {
    has: (userId, assetUuid) => sums.has(keyOf(userId, assetUuid)),
    of: (userId, assetUuid) => partOf(copied.get(assetUuid), sums.get(keyOf(userId, assetUuid))),
    asOf: (assetUuid) => copied.get(assetUuid) ?? null,
  };
}

/** The same of one wallet. @returns null for an asset where no copy tells of its outputs */
export async function readBlacklistedIn(
  actor: Actor,
  assetUuids: readonly string[],
  gaid: string,
): Promise<(assetUuid: string) => BlacklistedPart | null> {
  const copied = await copiedOutputs(actor, assetUuids);
  const sums = await blacklistedInWallet(actor.workspaceId, { assetUuids: [...copied.keys()], gaid });
  return (assetUuid) => partOf(copied.get(assetUuid), sums.get(assetUuid));
}

/** Those of the assets with a copy of their outputs, and when it was asked for. */
async function copiedOutputs(actor: Actor, assetUuids: readonly string[]): Promise<Map<string, Date>> {
  await Promise.all(assetUuids.map((assetUuid) => authorize(actor, "utxo:read", assetUuid)));
  const copied = await outputsCopied(actor);
  return new Map([...copied].filter(([assetUuid]) => assetUuids.includes(assetUuid)));
}

const partOf = (asOf: Date | undefined, sats = 0n): BlacklistedPart | null => (asOf ? { sats, asOf } : null);

const keyOf = (userId: number, assetUuid: string) => `${userId} ${assetUuid}`;
