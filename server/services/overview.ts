import type { Actor } from "@/lib/domain/actor";
import { isFinal } from "@/lib/domain/operation";
import { may } from "@/lib/policy";
import { now } from "@/server/platform/clock";
import { listOperations, type Operation } from "@/server/treasury/store";
import { type Asset, allAssets, getSummary } from "./assets";
import { readTreasury, type TreasuryState } from "./treasury";

/** Summaries are one request each; the read model of a later issue lifts this. */
const SUMMARIES = 24;
const LOW_FEE_SATS = 100_000n;

export interface OverviewAsset {
  asset: Asset;
  summary: Awaited<ReturnType<typeof getSummary>> | null;
}

export type Alert =
  | { kind: "unauthorized"; asset: Asset }
  | { kind: "locked"; asset: Asset }
  | { kind: "operation"; operation: Operation }
  | { kind: "low-fee"; policySats: bigint }
  | { kind: "node"; message: string };

/** Figures over all assets and what needs a person. */
export async function readOverview(actor: Actor) {
  const assets = await allAssets(actor);
  const shown = assets.slice(0, SUMMARIES);
  const isIssuer = may(actor.role, "treasury:read");
  const [rows, operations, treasury] = await Promise.all([
    Promise.all(
      shown.map(
        async (asset): Promise<OverviewAsset> => ({
          asset,
          // One asset that AMP cannot sum up must not hide the others.
          summary: await getSummary(actor, asset.assetUuid).catch(() => null),
        }),
      ),
    ),
    isIssuer ? listOperations(actor.workspaceId, { limit: 10 }) : [],
    isIssuer ? readTreasury(actor).catch((error: Error) => error) : null,
  ]);
  return {
    rows,
    total: assets.length,
    operations,
    treasury: treasury instanceof Error ? null : treasury,
    alerts: alertsOf(assets, operations, treasury),
    asOf: now(),
  };
}

function alertsOf(assets: Asset[], operations: Operation[], treasury: TreasuryState | Error | null): Alert[] {
  const waiting = operations.filter((operation) => !isFinal(operation.state) && operation.problem !== null);
  return [
    ...waiting.map((operation): Alert => ({ kind: "operation", operation })),
    ...(treasury instanceof Error ? [{ kind: "node" as const, message: treasury.message }] : []),
    ...(treasury && !(treasury instanceof Error) && treasury.policySats < LOW_FEE_SATS
      ? [{ kind: "low-fee" as const, policySats: treasury.policySats }]
      : []),
    ...assets.filter((asset) => !asset.isAuthorized).map((asset): Alert => ({ kind: "unauthorized", asset })),
    ...assets.filter((asset) => asset.isLocked).map((asset): Alert => ({ kind: "locked", asset })),
  ];
}
