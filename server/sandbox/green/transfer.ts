import { z } from "zod";
import { TransferRequest } from "@/lib/contracts/amp/authorizations";
import { now } from "@/server/platform/clock";
import { trackTransaction } from "../amp/books";
import { notFound, refused } from "../amp/refusal";
import type { OutpointRef } from "../ledger/port";
import { exchanged, type Unit, type World } from "../world";
import { insertAuthorization } from "./authorization-store";
import { loadAuthorizer } from "./authorizer";
import { askEndpoint, type EndpointVerdict } from "./endpoint";
import { signedBody, transferRequest } from "./message";
import {
  type Destination,
  type Proposal,
  type ProposalView,
  propose,
  type TransferOrder,
  viewProposal,
} from "./proposal";
import { type Reason, type Review, review } from "./rules";

/** What became of a holder's transfer; it is stored as well. */
export interface Decision {
  uuid: string;
  isApproved: boolean;
  reasons: Reason[];
  /** null when it was refused. */
  txid: string | null;
}

const TIMEOUT_MS = 10_000;

/** Fee coins of transfers whose issuers are being asked: two of them must not share one. */
const reserved = new Set<OutpointRef>();

/**
 * A holder's wallet sends some of an asset: AMP's rules are looked at, the issuer's endpoint is asked outside of every
 * lock, then the Green side co-signs and AMP writes its books. A refusal is a decision too, not an error.
 * @throws AmpRefusal for an unknown asset, LedgerError when the wallet cannot build such a transaction or the
 * world was restored or reset while the issuer was asked
 */
export async function transfer(world: World, order: TransferOrder): Promise<Decision> {
  const authorizer = await loadAuthorizer(world);
  const held: OutpointRef[] = [];
  try {
    const begun = await world.write(async (unit) => {
      const { view, first } = await begin(unit, order);
      const endpoint = endpointFor(view, first);
      if (endpoint === null || first.serverResult === null)
        return { decision: await settle(unit, view, { ...first, verdict: null }) };
      held.push(...view.signed.inputs.filter(({ assetId }) => assetId !== view.asset.assetId));
      for (const coin of held) reserved.add(coin);
      const { generation } = world;
      return { view, first, endpoint, serverResult: first.serverResult, generation };
    });
    if (begun.decision) return begun.decision;
    const { view, first, endpoint, serverResult, generation } = begun;
    const body = signedBody(authorizer, { request: transferRequest(view), serverResult });
    const verdict = await askEndpoint(endpoint, body, world.env.authorizerTimeoutMs ?? TIMEOUT_MS);
    return await world.write((unit) => {
      // Coins and decisions of one world have no place in another, though ids may be the same.
      if (world.generation !== generation) throw exchanged();
      return finish(unit, view, first, verdict);
    });
  } finally {
    for (const coin of held) reserved.delete(coin);
  }
}

/**
 * The same inside one unit of work, for histories that are played: only for assets without an endpoint.
 * @throws AmpRefusal when AMP's rules forbid it, LedgerError when the wallet cannot pay
 */
export async function transferBetweenHolders(
  unit: Unit,
  { to, amountSats, ...from }: { assetUuid: string; fromGaid: string; to: Destination; amountSats: bigint },
): Promise<{ txid: string }> {
  const { view, first } = await begin(unit, { ...from, outputs: [{ to, amountSats }] });
  if (endpointFor(view, first))
    throw new Error("An issuer's endpoint cannot be asked inside a unit of work.");
  const { txid, reasons } = await settle(unit, view, { ...first, verdict: null });
  if (txid === null) throw refused(refusalWords(reasons));
  return { txid };
}

/** Why a transfer was refused, in one line. */
export const refusalWords = (reasons: Reason[]): string => {
  const against = reasons.filter(({ passed }) => !passed);
  // The issuer's word stands above the category verdict, so it alone is the reason.
  const last = against.findLast(({ rule }) => rule === "endpoint" || rule === "second look");
  return (last ? [last] : against).map(({ words }) => words).join(" ");
};

async function begin(unit: Unit, order: TransferOrder) {
  const view = await viewProposal(unit, await propose(unit, order, [...reserved]));
  if (!view) throw notFound();
  return { view, first: await review(unit, view) };
}

const endpointFor = ({ asset }: ProposalView, { serverResult }: Review): string | null =>
  serverResult === null ? null : asset.authorizationEndpoint;

/** After the answer: the world has gone on meanwhile, so everything that nobody overrides is looked at again. */
async function finish(
  unit: Unit,
  asked: ProposalView,
  first: Review,
  verdict: EndpointVerdict,
): Promise<Decision> {
  const reasons: Reason[] = [
    ...first.reasons,
    { rule: "endpoint", passed: verdict.isApproved, words: verdict.words },
  ];
  const problem = verdict.isApproved ? await changeSince(unit, asked) : null;
  if (problem) reasons.push({ rule: "second look", passed: false, words: problem });
  return settle(unit, asked, { reasons, serverResult: first.serverResult, verdict });
}

/** What forbids now a transfer that was possible before the issuer was asked; null when nothing does. */
async function changeSince(unit: Unit, asked: Proposal): Promise<string | null> {
  for (const coin of asked.signed.inputs) {
    const output = await unit.ledger.output(coin);
    if (!output || output.spentBy) return "An input was spent while the issuer was asked.";
  }
  const txids = asked.signed.inputs.map(({ txid }) => txid);
  if ((await unit.ledger.conflictedTxids(txids)).size > 0)
    return "An input was undone by a reorganisation while the issuer was asked.";
  const view = await viewProposal(unit, asked);
  if (!view) return "The asset was deleted while the issuer was asked.";
  const { reasons, serverResult } = await review(unit, view);
  return serverResult === null ? refusalWords(reasons) : null;
}

interface Findings extends Review {
  verdict: EndpointVerdict | null;
}

/** Broadcasts and books what is approved, and stores the decision either way. */
async function settle(
  unit: Unit,
  view: ProposalView,
  { reasons, serverResult, verdict }: Findings,
): Promise<Decision> {
  const isHeld = reasons.some(({ rule, passed }) => rule === "second look" && !passed);
  const isApproved = serverResult !== null && !isHeld && (verdict?.isApproved ?? serverResult);
  const txid = isApproved ? await complete(unit, view) : null;
  await insertAuthorization(unit.db, {
    uuid: view.uuid,
    assetUuid: view.assetUuid,
    createdAt: now(),
    fromGaid: view.fromGaid,
    request: z.encode(TransferRequest, transferRequest(view)),
    serverResult,
    endpoint: verdict?.endpoint ?? null,
    endpointStatus: verdict?.status ?? null,
    endpointMs: verdict?.ms ?? null,
    endpointAnswer: verdict?.answer ?? null,
    isApproved,
    reasons,
    txid,
  });
  return { uuid: view.uuid, isApproved, reasons, txid };
}

/** What goes to an address of nobody is the treasury's in AMP's books. */
async function complete(unit: Unit, { asset, signed, outputs, fromGaid }: ProposalView): Promise<string> {
  const { txid } = await unit.ledger.completeFromGaid(signed);
  const tx = await unit.ledger.transaction(txid);
  if (!tx) throw new Error(`The transfer ${txid} is not on the ledger.`);
  const news = outputs.map(({ vout, gaid }) => ({ vout, gaid, isNews: gaid !== fromGaid }));
  await trackTransaction(unit, asset, tx, "transfer", news);
  return txid;
}
