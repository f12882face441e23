import { setTimeout as sleep } from "node:timers/promises";
import type { Asset } from "@/lib/contracts/amp/assets";
import { persisting } from "@/lib/domain/reconcile";
import { LOW_FEE_SATS } from "@/lib/domain/treasury";
import type { UnwatchedReason } from "@/lib/domain/watch";
import { AppError } from "@/lib/errors";
import { watchText } from "@/lib/messages/watch";
import { LOCKS } from "@/server/db/locks";
import { readCoins } from "@/server/elements/coins";
import { inNodeWords } from "@/server/elements/rpc";
import { isSynced, readBalances, readNodeState } from "@/server/elements/wallet";
import { atATime } from "@/server/platform/at-a-time";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { inStoredWords } from "@/server/platform/stored-words";
import { openAmp, openTreasury } from "@/server/treasury/context";
import { assetsUnderWay } from "@/server/treasury/known-operations";
import { withSessionLock } from "@/server/treasury/lock";
import { hasTreasuryNode } from "@/server/treasury/node";
import { findWorkspace, listWorkspaces } from "@/server/vault/store";
import { readDueBooks } from "./books";
import { type LookContext, lookAtAsset, type SeenLook } from "./look";
import { lookAtAmp } from "./look-amp";
import { keepLooks, mayRest, noteLook } from "./pace";
import {
  assetsInQuestion,
  findRound,
  knownTokens,
  lastLooks,
  listWatched,
  missAssets,
  operationsInQuestion,
  saveLook,
  saveNoLook,
  saveRound,
} from "./store";

/** Between the look that found something and the one that decides: a block, a confirm or a slow answer is no alarm. */
export const RECHECK_MS = 4_000;

/**
 * Looks at every workspace with a treasury node that nobody has looked at for `everySeconds`. Several workers may
 * call it: one of them looks at a workspace at a time.
 */
export async function runDueLooks(everySeconds: number, recheckMs = RECHECK_MS): Promise<void> {
  for (const workspace of await issuers()) {
    if (hasTreasuryNode(workspace)) await lookWhenDue(workspace.id, everySeconds, recheckMs);
  }
}

/** Each keeps a connection for its lock, and needs another one: the pool has few for all that a worker does. */
const AMP_LOOKS_AT_A_TIME = 2;

/**
 * The same at every other issuer's workspace whose access AMP accepts, by what AMP tells alone. They are looked at by
 * themselves: what takes AMP long with them keeps no treasury waiting.
 */
export async function runDueAmpLooks(everySeconds: number, recheckMs = RECHECK_MS): Promise<void> {
  const looked = await lastLooks();
  const due = (await issuers()).filter(
    (workspace) =>
      !hasTreasuryNode(workspace) && workspace.isTokenValid && isDue(looked.get(workspace.id), everySeconds),
  );
  const look = async ({ id }: { id: string }) => {
    try {
      await lookWhenDue(id, everySeconds, recheckMs);
    } catch (error) {
      // The others are not held up by it; its turn comes again.
      log.error("watch.look-failed", { workspace: id, reason: reasonOf(error) });
    }
  };
  await atATime(due, look, AMP_LOOKS_AT_A_TIME);
}

const issuers = async () => (await listWorkspaces()).filter(({ role }) => role === "issuer");

function isDue(lookedAt: Date | undefined, everySeconds: number): boolean {
  const ageMs = lookedAt ? now().getTime() - lookedAt.getTime() : -1;
  // A look of the future was before the shared clock was put back.
  return ageMs < 0 || ageMs >= everySeconds * 1_000;
}

const lookWhenDue = (workspaceId: string, everySeconds: number, recheckMs: number): Promise<boolean> =>
  withSessionLock(LOCKS.watch, workspaceId, async () => {
    // Asked again: somebody else may just have looked.
    if (isDue((await findRound(workspaceId))?.lookedAt, everySeconds))
      await lookAtWorkspace(workspaceId, recheckMs, {
        resting: await restingAssets(workspaceId),
        isAsked: false,
      });
  });

/** @returns false when somebody else is looking */
export const lookNow = (workspaceId: string, recheckMs = RECHECK_MS): Promise<boolean> =>
  withSessionLock(LOCKS.watch, workspaceId, () =>
    lookAtWorkspace(workspaceId, recheckMs, { resting: new Set(), isAsked: true }),
  );

/** Assets whose look takes AMP long, and that had a good one lately. What is under way or in question does not rest. */
async function restingAssets(workspaceId: string): Promise<ReadonlySet<string>> {
  const resting = (await listWatched(workspaceId))
    .filter(({ goodAt, problem }) => problem === null && mayRest(workspaceId, goodAt, now()))
    .map(({ assetUuid }) => assetUuid);
  if (resting.length === 0) return new Set();
  const [underWay, inQuestion] = await Promise.all([
    assetsUnderWay(workspaceId),
    assetsInQuestion(workspaceId),
  ]);
  return new Set(resting.filter((assetUuid) => !underWay.has(assetUuid) && !inQuestion.has(assetUuid)));
}

interface Wish {
  /** Assets that are left in peace this time. */
  resting: ReadonlySet<string>;
  /** By a person, not by the clock. */
  isAsked: boolean;
}

/** What a round has come to so far. */
interface Round {
  /** Assets that had a look of their own, a good one or not. */
  looked: Set<string>;
  /** Those of them whose last look could not see everything. */
  failed: Set<string>;
  /** Of those with a good one, whether AMP counts anything as assigned. */
  assigned: Map<string, boolean>;
  /** Whether the wallet has little L-BTC for fees; null before it was asked. */
  isFeeLow: boolean | null;
}

/** While AMP or the node is away nothing is concluded: the round says so, alerts and figures stay. */
const lookAtWorkspace = (workspaceId: string, recheckMs: number, wish: Wish): Promise<void> =>
  inStoredWords(() => lookAround(workspaceId, recheckMs, wish));

async function lookAround(workspaceId: string, recheckMs: number, wish: Wish): Promise<void> {
  const round: Round = { looked: new Set(), failed: new Set(), assigned: new Map(), isFeeLow: null };
  try {
    await lookAtAssets(await reachOf(workspaceId, round), round, recheckMs, wish);
    const { looked, failed, isFeeLow } = round;
    const left =
      failed.size === 0
        ? { problem: null }
        : { problem: watchText.notAll(failed.size, looked.size), reason: "partly" as const };
    await saveRound(workspaceId, { ...left, isFeeLow });
  } catch (thrown) {
    const problem = problemOf(thrown, workspaceId);
    const left = (await listWatched(workspaceId)).filter(({ assetUuid }) => !round.looked.has(assetUuid));
    for (const asset of left) await saveNoLook(workspaceId, keyOf(asset), problem);
    await saveRound(workspaceId, { problem, reason: whyOf(thrown), isFeeLow: round.isFeeLow });
  }
}

/** What there is to look at: AMP's books always, a wallet where this deployment has a node for the account. */
interface Reach extends Pick<LookContext, "workspaceId" | "amp"> {
  wallet: Pick<LookContext, "node" | "height"> | null;
}

/** @throws AppError REJECTED, UNAVAILABLE: the node is not to be reached, or behind */
async function reachOf(workspaceId: string, round: Round): Promise<Reach> {
  const workspace = await findWorkspace(workspaceId);
  if (!workspace || !hasTreasuryNode(workspace))
    return { workspaceId, amp: await openAmp(workspaceId), wallet: null };
  const { amp, node } = await openTreasury(workspaceId);
  const state = await readNodeState(node);
  if (!isSynced(state)) throw new NodeBehind("UNAVAILABLE", watchText.nodeBehind);
  round.isFeeLow = (await readBalances(node, 0)).policySats < LOW_FEE_SATS;
  return { workspaceId, amp, wallet: { node, height: state.blocks } };
}

async function lookAtAssets(
  reach: Reach,
  round: Round,
  recheckMs: number,
  { resting, isAsked }: Wish,
): Promise<void> {
  const { amp, workspaceId } = reach;
  const assets = await amp.call("listAssets");
  keepLooks(
    workspaceId,
    assets.map(({ assetUuid }) => assetUuid),
  );
  const suspects: { asset: Asset; before: SeenLook }[] = [];
  let ended: { by: unknown } | null = null;
  try {
    const due = assets.filter(({ assetUuid }) => !resting.has(assetUuid));
    for (const asset of await longestUnseenFirst(due, workspaceId)) {
      const look = await tryLook(reach, asset, round);
      if (look && look.findings.length > 0) suspects.push({ asset, before: look });
      else if (look) await saveGoodLook(reach, asset, round, look);
    }
  } catch (thrown) {
    ended = { by: thrown }; // what was found until then is looked at again all the same
  }
  if (suspects.length > 0) await sleep(recheckMs);
  for (const { asset, before } of suspects) {
    const look = await tryLook(reach, asset, round);
    if (!look) continue;
    const findings = persisting(before.findings, look.findings);
    for (const { kind, subject, txid } of findings) {
      log.warn("watch.finding", { workspace: workspaceId, asset: asset.assetUuid, kind, subject, txid });
    }
    await saveGoodLook(reach, asset, round, { ...look, findings });
  }
  if (ended) throw ended.by;
  await readDueBooks({ workspaceId, amp, assigned: round.assigned, isAsked });
  // Only at the end of a round that came to one: AMP answers otherwise.
  const listed = assets.map(({ assetUuid }) => assetUuid);
  if (round.failed.size === 0) await missAssets(workspaceId, listed);
}

class NodeBehind extends AppError {}

function whyOf(thrown: unknown): UnwatchedReason {
  if (thrown instanceof NodeBehind) return "node-behind";
  const error = inNodeWords(thrown);
  if (!(error instanceof AppError)) return "failed";
  if (error.code === "UNAUTHENTICATED") return "signed-out";
  return error.code === "UNAVAILABLE" ? "away" : "failed";
}

/** A round that comes to an early end time and again still gets to every asset. */
async function longestUnseenFirst(assets: Asset[], workspaceId: string): Promise<Asset[]> {
  const goodAt = new Map(
    (await listWatched(workspaceId)).map(({ assetUuid, goodAt: at }) => [assetUuid, at?.getTime() ?? 0]),
  );
  const timeOf = ({ assetUuid }: Asset) => goodAt.get(assetUuid) ?? 0;
  return assets.toSorted((one, other) => timeOf(one) - timeOf(other));
}

async function saveGoodLook({ workspaceId }: Reach, asset: Asset, round: Round, look: SeenLook) {
  await saveLook(workspaceId, keyOf(asset), look);
  round.looked.add(asset.assetUuid);
  round.assigned.set(asset.assetUuid, look.hasAssigned);
}

async function lookOnce({ workspaceId, amp, wallet }: Reach, asset: Asset): Promise<SeenLook> {
  const { assetUuid } = asset;
  const tokens = await knownTokens(workspaceId, assetUuid);
  if (wallet === null) return lookAtAmp(amp, asset, tokens);
  const inQuestion = await operationsInQuestion(workspaceId, assetUuid);
  return lookAtAsset({ workspaceId, amp, ...wallet }, asset, { tokens, inQuestion });
}

/** null: this asset alone could not be looked at. What concerns all of them ends the round. */
async function tryLook(reach: Reach, asset: Asset, round: Round): Promise<SeenLook | null> {
  const { workspaceId } = reach;
  const { assetUuid } = asset;
  const begunAt = performance.now();
  try {
    const look = await lookOnce(reach, asset);
    noteLook(workspaceId, assetUuid, performance.now() - begunAt);
    return look;
  } catch (thrown) {
    if (await endsRound(thrown, reach)) throw thrown;
    await saveNoLook(workspaceId, keyOf(asset), problemOf(thrown, workspaceId));
    round.looked.add(assetUuid);
    round.failed.add(assetUuid);
    return null;
  }
}

/**
 * A refused token concerns every asset. A call without an answer concerns one, unless those that belong to no asset go
 * without an answer as well. AMP: GET /assets. RPC getblockchaininfo, listunspent
 */
async function endsRound(thrown: unknown, { amp, wallet }: Reach): Promise<boolean> {
  if (!(thrown instanceof AppError)) return false;
  if (thrown.code !== "UNAVAILABLE") return thrown.code === "UNAUTHENTICATED";
  try {
    const ofNode = wallet === null ? [] : [readNodeState(wallet.node), readCoins(wallet.node)];
    await Promise.all([...ofNode, amp.call("listAssets")]);
    return false;
  } catch {
    return true;
  }
}

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
