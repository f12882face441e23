import { setTimeout as sleep } from "node:timers/promises";
import type { Asset } from "@/lib/contracts/amp/assets";
import { persisting } from "@/lib/domain/reconcile";
import { AppError } from "@/lib/errors";
import { watchText } from "@/lib/messages/watch";
import { inNodeWords } from "@/server/elements/rpc";
import { readNodeState } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { openTreasury } from "@/server/treasury/context";
import { withSessionLock } from "@/server/treasury/lock";
import { hasTreasuryNode } from "@/server/treasury/node";
import { listWorkspaces } from "@/server/vault/store";
import { type LookContext, lookAtAsset } from "./look";
import {
  findRound,
  forgetAssets,
  type GoodLook,
  knownTokens,
  listAlerts,
  listWatched,
  saveLook,
  saveNoLook,
  saveRound,
} from "./store";

/** Apart from the locks of operations, turns and migrations. */
const WATCH_LOCK = 44;
/** Between the look that found something and the one that decides: a block, a confirm or a slow answer is no alarm. */
export const RECHECK_MS = 4_000;
const MIN_PROGRESS = 0.999;
const ALERTS = 500;

/**
 * Looks at every workspace with a treasury node that nobody has looked at for `everySeconds`. Several workers may
 * call it: one of them looks at a workspace at a time.
 */
export async function runDueLooks(everySeconds: number, recheckMs = RECHECK_MS): Promise<void> {
  for (const workspace of (await listWorkspaces()).filter(hasTreasuryNode)) {
    if (workspace.role !== "issuer") continue;
    await withSessionLock(WATCH_LOCK, workspace.id, async () => {
      const round = await findRound(workspace.id);
      const isDue = !round || now().getTime() - round.lookedAt.getTime() >= everySeconds * 1_000;
      if (isDue) await lookAtWorkspace(workspace.id, recheckMs);
    });
  }
}

/** @returns false when somebody else is looking */
export const lookNow = (workspaceId: string, recheckMs = RECHECK_MS): Promise<boolean> =>
  withSessionLock(WATCH_LOCK, workspaceId, () => lookAtWorkspace(workspaceId, recheckMs));

/** While AMP or the node is away nothing is concluded: the round says so, alerts and figures stay. */
async function lookAtWorkspace(workspaceId: string, recheckMs: number): Promise<void> {
  try {
    await lookAtAssets({ workspaceId, ...(await openTreasury(workspaceId)) }, recheckMs);
    await saveRound(workspaceId, null);
  } catch (thrown) {
    const problem = problemOf(thrown, workspaceId);
    for (const asset of await listWatched(workspaceId)) await saveNoLook(workspaceId, keyOf(asset), problem);
    await saveRound(workspaceId, problem);
  }
}

async function lookAtAssets(context: LookContext, recheckMs: number): Promise<void> {
  const { amp, node, workspaceId } = context;
  const { initialblockdownload, verificationprogress } = await readNodeState(node);
  if (initialblockdownload || verificationprogress < MIN_PROGRESS) {
    throw new AppError("UNAVAILABLE", watchText.nodeBehind);
  }
  const assets = await amp.call("listAssets");
  await forgetAssets(
    workspaceId,
    assets.map(({ assetUuid }) => assetUuid),
  );
  const suspects: { asset: Asset; before: GoodLook }[] = [];
  for (const asset of assets) {
    const look = await tryLook(context, asset);
    if (look && look.findings.length > 0) suspects.push({ asset, before: look });
    else if (look) await saveLook(workspaceId, keyOf(asset), look);
  }
  if (suspects.length === 0) return;
  await sleep(recheckMs);
  for (const { asset, before } of suspects) {
    const look = await tryLook(context, asset);
    if (!look) continue;
    const findings = persisting(before.findings, look.findings);
    for (const { kind, subject, txid } of findings) {
      log.warn("watch.finding", { workspace: workspaceId, asset: asset.assetUuid, kind, subject, txid });
    }
    await saveLook(workspaceId, keyOf(asset), { ...look, findings });
  }
}

/** null: this asset alone could not be looked at. What concerns all of them ends the round. */
async function tryLook(context: LookContext, asset: Asset): Promise<GoodLook | null> {
  const { workspaceId } = context;
  const alerts = await listAlerts(workspaceId, { states: ["open", "acknowledged"], limit: ALERTS });
  const own = alerts.filter(({ assetUuid }) => assetUuid === asset.assetUuid);
  const settled = own.filter(({ state }) => state === "acknowledged").map(({ subject }) => subject);
  const tokens = await knownTokens(workspaceId, asset.assetUuid);
  try {
    return await lookAtAsset(context, asset, {
      tokens: tokens.filter((outpoint) => !settled.includes(outpoint)),
      operationIds: new Set(own.flatMap(({ operationId }) => operationId ?? [])),
    });
  } catch (thrown) {
    const error = inNodeWords(thrown);
    if (!(error instanceof AppError) || endsRound(error)) throw error;
    await saveNoLook(workspaceId, keyOf(asset), problemOf(error, workspaceId));
    return null;
  }
}

const endsRound = ({ code }: AppError) => code === "UNAVAILABLE" || code === "UNAUTHENTICATED";

function problemOf(thrown: unknown, workspaceId: string): string {
  const error = inNodeWords(thrown);
  if (error instanceof AppError) return error.message;
  log.error("watch.look-failed", { workspace: workspaceId, reason: reasonOf(error) });
  return watchText.failed;
}

const keyOf = ({
  assetUuid,
  name,
  ticker,
  precision,
}: Pick<Asset, "assetUuid" | "name" | "ticker" | "precision">) => ({ assetUuid, name, ticker, precision });
