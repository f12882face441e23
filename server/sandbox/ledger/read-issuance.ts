import type { Transaction } from "liquidjs-lib";
import { bytesToId, toHex } from "./bytes";
import type { Coin } from "./coin";
import { assetCommitment, type Opening } from "./commitments";
import { isCommitment, readValue } from "./fields";
import { assetOf, entropyOf, tokenOf } from "./issuance-fields";
import { type Commitments, openingKey } from "./openings-store";
import { type LedgerIssuance, NO_BLINDER } from "./port";
import type { Zkp } from "./zkp";

/** No amount may be larger. */
export const MOST_SATS = 2_100_000_000_000_000n;

type Input = Transaction["ins"][number];

/** Ids of an input's issuance, all of which follow from the input itself; null when it carries none. */
export function issuedIds({ hash, index, issuance }: Input) {
  if (!issuance) return null;
  const nonce = bytesToId(issuance.assetBlindingNonce);
  const isReissuance = nonce !== NO_BLINDER;
  const contractHash = bytesToId(issuance.assetEntropy);
  const entropy = isReissuance
    ? contractHash
    : entropyOf({ txid: bytesToId(hash), vout: index }, contractHash);
  const tokenId = tokenOf(entropy, isCommitment(issuance.assetAmount));
  return { isReissuance, nonce, entropy, contractHash, assetId: assetOf(entropy), tokenId };
}

/** The commitments among an input's issued amounts. */
export function amountCommitments(zkp: Zkp, input: Input): Commitments[] {
  const ids = issuedIds(input);
  if (!ids || !input.issuance) return [];
  const { assetAmount, tokenAmount } = input.issuance;
  return [
    ...(isCommitment(assetAmount) ? [commitmentOf(zkp, ids.assetId, assetAmount)] : []),
    ...(isCommitment(tokenAmount) ? [commitmentOf(zkp, ids.tokenId, tokenAmount)] : []),
  ];
}

/** Issued amounts hide no asset: their generator is the plain one. */
export const commitmentOf = (zkp: Zkp, assetId: string, amount: Buffer): Commitments => ({
  assetCommitment: toHex(assetCommitment(zkp, { assetId, assetBlinder: NO_BLINDER })),
  amountCommitment: toHex(amount),
});

/**
 * The issuance of an input with its amounts.
 * @returns null when it carries none, "unreadable" when an amount does not open or the token does not allow it
 */
export function readIssuance(
  zkp: Zkp,
  input: Input,
  vin: number,
  coin: Coin,
  openings: Map<string, Opening>,
): LedgerIssuance | "unreadable" | null {
  const ids = issuedIds(input);
  if (!ids || !input.issuance) return null;
  const { isReissuance, entropy, assetId, tokenId } = ids;
  const { assetAmount, tokenAmount } = input.issuance;
  const asset = readAmount(zkp, assetId, assetAmount, openings);
  const token = readAmount(zkp, tokenId, tokenAmount, openings);
  if (!asset || !token || asset.sats > MOST_SATS || token.sats > MOST_SATS) return "unreadable";
  const hasToken = coin.assetId === tokenId && coin.amountSats > 0n;
  if (isReissuance && !(hasToken && coin.assetBlinder === ids.nonce && token.sats === 0n))
    return "unreadable";
  return {
    ...{ vin, isReissuance, entropy, assetId, amountSats: asset.sats, assetAmountBlinder: asset.blinder },
    tokenId: token.sats > 0n ? tokenId : null,
    ...{ tokenAmountSats: token.sats, tokenAmountBlinder: token.blinder },
  };
}

function readAmount(zkp: Zkp, assetId: string, amount: Buffer, openings: Map<string, Opening>) {
  if (!isCommitment(amount)) return { sats: readValue(amount) ?? 0n, blinder: NO_BLINDER };
  const opening = openings.get(openingKey(commitmentOf(zkp, assetId, amount)));
  return opening ? { sats: opening.amountSats, blinder: opening.amountBlinder } : null;
}
