import type { OperationKind } from "@/lib/domain/intent";
import type { JournalDetail } from "@/lib/domain/journal";
import { afterConfirmations } from "@/lib/domain/operation";
import { worksText } from "@/lib/messages/works";
import type { NodeClient } from "@/server/elements/rpc";
import { findTransaction, isOutOfMempool } from "@/server/elements/wallet";
import { now } from "@/server/platform/clock";
import { withChange } from "./change";
import { NOW, type Plan, type Step, type StepOutcome } from "./step";
import type { Operation } from "./store";

/** A transaction that lost or is gone may come back with a reorganisation. */
const SELDOM_MS = 60_000;
/** Liquid makes a block a minute: what none of sixty took needs a look. */
const LONG_WAIT_MS = 60 * 60_000;

/** sent → confirming, at two confirmations; the change is written down on the way. RPC gettransaction, getmempoolentry,
 * listunspent */
export const watch: Step<OperationKind> = async (operation, { node, pollMs }) => {
  const { txid = "" } = operation.facts;
  const seen = await findTransaction(node, txid);
  if (seen === null) return outOfSight(operation);
  const { confirmations, blockheight } = seen;
  const state = afterConfirmations(confirmations);
  const waitsSince = confirmations === 0 ? sinceWhen(operation, txid) : undefined;
  const facts = {
    ...(await withChange(operation, node)),
    confirmations,
    ...(blockheight ? { blockHeight: blockheight } : {}),
    waitsSince,
  };
  const detail: JournalDetail = { confirmations };
  if (state === "unknown") return { ...unclear(worksText.conflict), facts, detail };
  if (state !== "sent") return { state, facts, detail, againInMs: NOW };
  if (confirmations === 0 && (await hasLeft(node, txid))) return { ...leftMempool(), facts, detail };
  const waited = waitsSince ? now().getTime() - waitsSince.at.getTime() : 0;
  return { state, ...(waited > LONG_WAIT_MS ? waitsLong() : {}), facts, detail, againInMs: pollMs };
};

/** By the desk's clock, since the node's may be another one. */
const sinceWhen = ({ facts }: Operation, txid: string) =>
  facts.waitsSince?.txid === txid ? facts.waitsSince : { txid, at: now() };

const waitsLong = () => ({ problem: { message: worksText.longInMempool, mayRetry: false } });

/** Looked at again: a block may have taken it between the two calls. RPC getmempoolentry, gettransaction */
const hasLeft = async (node: NodeClient, txid: string): Promise<boolean> =>
  (await isOutOfMempool(node, txid)) && (await findTransaction(node, txid))?.confirmations === 0;

/** It may come back by itself, and then it is followed as before; a node tells its neighbours again now and then. */
const leftMempool = () => ({
  state: "sent" as const,
  problem: { code: "left-mempool" as const, message: worksText.leftMempool, mayRetry: false },
  againInMs: SELDOM_MS,
});

/** The wallet does not know it, or not any more: a stored transaction is broadcast again, for the other one a person looks. */
function outOfSight({ facts }: Operation): StepOutcome {
  const detail: JournalDetail = { seen: false };
  const { confirmations: _, ...unseen } = facts;
  if (facts.supply?.signedHex !== undefined)
    return { state: "broadcasting", facts: unseen, detail, againInMs: NOW };
  return { ...unclear(worksText.outOfSight), detail };
}

const unclear = (message: string) => ({
  state: "unknown" as const,
  problem: { message, mayRetry: false },
  againInMs: SELDOM_MS,
});

/** For a confirm that finds fewer confirmations than it needs. */
export const backToWatching = ({ facts }: Operation, confirmations: number): StepOutcome => ({
  state: "sent",
  facts: { ...facts, confirmations },
  detail: { confirmations },
  againInMs: NOW,
});

/** The same for every operation that has sent something. */
export const watching: Plan<OperationKind> = { step: "watch", run: watch, during: "sent", isQuiet: true };
