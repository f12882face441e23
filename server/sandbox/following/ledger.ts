import type { SandboxDb } from "../db/client";
import { parseAddress } from "../ledger/address";
import { findOwner, gaidOwner } from "../ledger/keyring";
import { createLedger } from "../ledger/ledger";
import {
  type IssuedAsset,
  type IssueRequest,
  type Ledger,
  LedgerError,
  type LiquidNetwork,
  NO_BLINDER,
} from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import { insertScript, insertWaiting, openOutput } from "./mirror-store";
import { type FollowedNode, NodeRefusal } from "./node";
import { claimScript, learn } from "./openings";
import { newHolderAddress, send, signIssuance } from "./own-wallet";
import { type ReadTransaction, readTransaction } from "./read-transaction";

/** The ledger of the port over a chain that an Elements node keeps and a follower mirrors into the same tables. */
export function createFollowingLedger(db: SandboxDb, network: LiquidNetwork, node: FollowedNode): Ledger {
  return {
    ...createLedger(db, network),
    mine: () => refuse("Blocks are the node's: make them there."),
    reorganise: () => refuse("Blocks are the node's: reorganise them there."),
    prepareFromGaid: () => refuse(NO_TRANSFERS),
    completeFromGaid: () => refuse(NO_TRANSFERS),
    learn: (txid, told) => learn(db, txid, told),
    issueAsset: (request) => inWordsOf(node, () => issueAsset(db, network, node, request)),
    nextGaidAddress: (gaid) => inWordsOf(node, () => nextGaidAddress(db, network, node, gaid)),
  };
}

const NO_TRANSFERS = "Holders cannot send while AMP follows a node: their keys are in AMP's wallet there.";

async function refuse(words: string): Promise<never> {
  throw new LedgerError("limit", words);
}

/** A refusal names the wallet that it is about. */
async function inWordsOf<T>({ wallet }: FollowedNode, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NodeRefusal)) throw error;
    throw new LedgerError("funds", `AMP's wallet "${wallet}" on the node: ${error.message}`);
  }
}

/** A confidential address of AMP's own wallet. It is lost to the GAID, and harmless, when the unit of work fails. */
async function nextGaidAddress(
  db: SandboxDb,
  network: LiquidNetwork,
  node: FollowedNode,
  gaid: string,
): Promise<string> {
  const owner = gaidOwner(gaid);
  if (!(await findOwner(db, owner))) throw new LedgerError("unknown", "There is no such wallet.");
  const address = await newHolderAddress(node, gaid);
  const { scriptHex, blindingKey } = parseAddress(address, network);
  if (blindingKey === null)
    throw new LedgerError(
      "address",
      "The node gives out unconfidential addresses. Start it with blindedaddresses=1.",
    );
  await insertScript(db, { scriptHex, owner, address, blindingPublicKey: blindingKey });
  return address;
}

/** On the node's chain from the moment it answers, whatever becomes of the unit of work. */
async function issueAsset(
  db: SandboxDb,
  network: LiquidNetwork,
  node: FollowedNode,
  { contractHash, amountSats, destinationAddress, token, isConfidential }: IssueRequest,
): Promise<IssuedAsset> {
  const plan = {
    assetSats: amountSats,
    assetAddress: destinationAddress,
    token,
    contractHash,
    isConfidential,
  };
  const { plainHex, hex } = await signIssuance(node, plan);
  const zkp = await loadZkp();
  const [plain, made] = [readTransaction(zkp, network, plainHex), readTransaction(zkp, network, hex)];
  // its ids follow from whether its amounts are hidden, which they are only once it is blinded
  const [[issuance], [planned]] = [made.issuances, plain.issuances];
  if (!issuance || planned?.amountSats !== amountSats)
    throw new LedgerError("conflict", "The node made a transaction without the issuance.");
  const place = (assetId: string, address: string, sats: bigint) =>
    findVout(plain, made, { assetId, scriptHex: parseAddress(address, network).scriptHex, sats });
  const tokenId = token && issuance.tokenId;
  const assetVout = place(issuance.assetId, destinationAddress, amountSats);
  const tokenVout = token && tokenId ? place(tokenId, token.address, token.amountSats) : null;
  await send(node, hex);
  await store(db, made, plain);
  for (const vout of [assetVout, tokenVout])
    if (vout !== null) await claimScript(db, made.outputs[vout]?.scriptHex ?? "");
  return {
    ...{ txid: made.txid, vin: issuance.vin, assetId: issuance.assetId, tokenId, assetVout, tokenVout },
    // the node keeps them to itself
    issuanceAssetBlinder: NO_BLINDER,
    issuanceTokenBlinder: token ? NO_BLINDER : null,
  };
}

/** Where the output stands, before and after blinding. @throws LedgerError where it does not */
function findVout(
  plain: ReadTransaction,
  made: ReadTransaction,
  wanted: { assetId: string; scriptHex: string; sats: bigint },
): number {
  const found = plain.outputs.find(
    ({ assetId, amountSats, scriptHex }) =>
      assetId === wanted.assetId && amountSats === wanted.sats && scriptHex === wanted.scriptHex,
  );
  if (!found || made.outputs[found.vout]?.scriptHex !== wanted.scriptHex)
    throw new LedgerError("conflict", "The node made an issuance that pays somebody else.");
  return found.vout;
}

/** What AMP's own transaction holds is known from before it was blinded; the blinders stay the node's. */
async function store(db: SandboxDb, made: ReadTransaction, plain: ReadTransaction): Promise<void> {
  const { txid } = made;
  const issuances = made.issuances.map((issuance, place) => ({
    ...issuance,
    amountSats: plain.issuances[place]?.amountSats ?? issuance.amountSats,
    tokenAmountSats: plain.issuances[place]?.tokenAmountSats ?? issuance.tokenAmountSats,
  }));
  await insertWaiting(db, made, issuances);
  for (const { vout, assetId, amountSats, assetBlinder, amountBlinder } of plain.outputs)
    await openOutput(db, { txid, vout }, { assetId, amountSats, assetBlinder, amountBlinder });
}
