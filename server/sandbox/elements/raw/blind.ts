import type { Transaction } from "liquidjs-lib";
import type { SandboxDb } from "../../db/client";
import { blindOutputs, newBlinder, newNonce } from "../../ledger/blinding";
import { fromHex, toHex } from "../../ledger/bytes";
import type { BuiltOutput, Coin, Draft } from "../../ledger/coin";
import { type Opening, valueCommitment } from "../../ledger/commitments";
import {
  ABSENT,
  explicitAsset,
  explicitValue,
  isCommitment,
  kindOfScript,
  readAsset,
  readValue,
} from "../../ledger/fields";
import { outpointsOf } from "../../ledger/finished";
import { walletOwner } from "../../ledger/keyring";
import { type Commitments, insertOpenings } from "../../ledger/openings-store";
import { NO_BLINDER } from "../../ledger/port";
import { commitmentOf, issuedIds } from "../../ledger/read-issuance";
import { findCoins, outpointKey } from "../../ledger/spendable-store";
import { loadZkp, type Zkp } from "../../ledger/zkp";
import { RpcError } from "../port";

export interface BlindRequest {
  /** Leave a transaction as it is that cannot be blinded. */
  ignoresFailure: boolean;
  /** Issued amounts become commitments too. */
  blindsIssuances: boolean;
}

type Issued = Opening & Commitments;

/**
 * Turns the explicit outputs that name a blinding key into confidential ones and remembers what they hide, so that
 * the transaction can be broadcast later. RPC: blindrawtransaction
 * @throws RpcError -8
 */
export async function blindRaw(
  db: SandboxDb,
  wallet: string,
  transaction: Transaction,
  { ignoresFailure, blindsIssuances }: BlindRequest,
): Promise<void> {
  const zkp = await loadZkp();
  const coins = await ownInputs(db, wallet, transaction);
  const hasBlindedInput = coins.some(({ amountCommitment }) => amountCommitment !== null);
  const toBlind = transaction.outs.filter(({ nonce, value }) => isCommitment(nonce) && !isCommitment(value));
  const issuing = blindsIssuances ? transaction.ins.filter(hasExplicitIssuance).length : 0;
  if (toBlind.length + issuing === 0 && !hasBlindedInput) return;
  if (toBlind.length + issuing === 1 && !hasBlindedInput) {
    if (!ignoresFailure) throw cannotBlind("Add another output to blind in order to complete the blinding.");
    for (const output of toBlind) output.nonce = ABSENT;
    return;
  }
  if (toBlind.length === 0) addBalancingOutput(zkp, transaction);
  const issued = transaction.ins.flatMap((input) => issuedAmounts(zkp, input, blindsIssuances));
  const drafts = transaction.outs.map(toDraft);
  const funds = [...coins, ...issued];
  const isFunded = (draft: Draft) => funds.some(({ assetId }) => assetId === draft.assetId);
  if (drafts.some((draft) => draft.blindingKey && !isFunded(draft)))
    throw cannotBlind("Are you sure each asset type to blind is represented in the inputs?");
  if (
    drafts.some(({ kind, blindingKey, amountSats }) => kind === "payment" && blindingKey && amountSats === 0n)
  )
    throw cannotBlind("An output that can be spent must not hide an amount of zero.");
  const blinded = blindOutputs(zkp, funds, drafts);
  for (const [position, output] of blinded.entries()) writeOutput(zkp, transaction, position, output);
  const hidden = [...blinded, ...issued].filter(isHidden);
  await insertOpenings(db, hidden);
}

const cannotBlind = (hint: string) => new RpcError(-8, `Unable to blind transaction: ${hint}`);

const isHidden = (item: Opening & Partial<Record<keyof Commitments, string | null>>): item is Issued =>
  Boolean(item.assetCommitment && item.amountCommitment);

async function ownInputs(db: SandboxDb, wallet: string, transaction: Transaction): Promise<Coin[]> {
  const outpoints = outpointsOf(transaction);
  const found = await findCoins(db, outpoints);
  return outpoints.map((outpoint) => {
    const coin = found.get(outpointKey(outpoint));
    if (coin?.owner === walletOwner(wallet)) return coin;
    throw new RpcError(
      -8,
      "Invalid parameter: transaction spends from non-wallet output and no assetcommitment list was given.",
    );
  });
}

type Input = Transaction["ins"][number];

const hasExplicitIssuance = ({ issuance }: Input) =>
  issuance !== undefined &&
  [issuance.assetAmount, issuance.tokenAmount].some((amount) => (readValue(amount) ?? 0n) > 0n);

/** What an input issues; hides the amounts on the way when they are to be hidden. */
function issuedAmounts(zkp: Zkp, input: Input, isBlinding: boolean): (Opening & Partial<Commitments>)[] {
  const openings: (Opening & Partial<Commitments>)[] = [];
  for (const field of ["assetAmount", "tokenAmount"] as const) {
    // The token's id follows from whether the asset's amount is hidden, which may just have changed.
    const ids = issuedIds(input);
    const amountSats = input.issuance ? (readValue(input.issuance[field]) ?? 0n) : 0n;
    if (!ids || !input.issuance || amountSats === 0n) continue;
    const assetId = field === "assetAmount" ? ids.assetId : ids.tokenId;
    const amountBlinder = isBlinding ? newBlinder() : NO_BLINDER;
    const opening = { assetId, amountSats, assetBlinder: NO_BLINDER, amountBlinder };
    if (isBlinding) input.issuance[field] = valueCommitment(zkp, opening);
    const commitments = isBlinding ? commitmentOf(zkp, assetId, input.issuance[field]) : {};
    openings.push({ ...opening, ...commitments });
  }
  return openings;
}

function toDraft({ asset, value, nonce, script }: Transaction["outs"][number]): Draft {
  const [assetId, amountSats] = [readAsset(asset), readValue(value)];
  if (assetId === null || amountSats === null)
    throw cannotBlind("The input raw transaction cannot have already-blinded outputs.");
  const blindingKey = isCommitment(nonce) ? toHex(nonce) : null;
  return { kind: kindOfScript(script), scriptHex: toHex(script), blindingKey, assetId, amountSats };
}

/** Blinded inputs need something to be balanced with: an output of nothing that nobody can spend. */
function addBalancingOutput(zkp: Zkp, transaction: Transaction): void {
  const last = transaction.outs.at(-1);
  const asset = last ? readAsset(last.asset) : null;
  if (asset === null) throw cannotBlind("Add another output to blind in order to complete the blinding.");
  transaction.addOutput(Buffer.from([0x6a]), explicitValue(0n), explicitAsset(asset), newNonce(zkp));
}

function writeOutput(zkp: Zkp, transaction: Transaction, position: number, output: BuiltOutput): void {
  const target = transaction.outs[position];
  if (!target || !output.assetCommitment || !output.amountCommitment) return;
  target.asset = fromHex(output.assetCommitment);
  target.value = fromHex(output.amountCommitment);
  target.nonce = newNonce(zkp);
}

/** Opens the outputs on the wallet's own scripts again. RPC: unblindrawtransaction */
export function unblindRaw(transaction: Transaction, openings: ReadonlyMap<number, Opening>): void {
  for (const [position, { assetId, amountSats }] of openings) {
    const output = transaction.outs[position];
    if (!output) continue;
    output.asset = explicitAsset(assetId);
    output.value = explicitValue(amountSats);
    output.nonce = ABSENT;
  }
}
