import { issuance as rule } from "liquidjs-lib";
import { newBlinder } from "./blinding";
import { bytesToId, idToBytes } from "./bytes";
import type { Coin, IssuanceDraft, ReissuanceDraft } from "./coin";
import { type Opening, valueCommitment } from "./commitments";
import { ABSENT, explicitValue } from "./fields";
import { LedgerError, type LedgerIssuance, NO_BLINDER, type OutpointRef } from "./port";
import type { Zkp } from "./zkp";

/** Ids of what is issued on an input, by Elements' rule. */
export const entropyOf = ({ txid, vout }: OutpointRef, contractHash: string): string =>
  bytesToId(rule.generateEntropy({ txHash: idToBytes(txid), vout }, idToBytes(contractHash)));
export const assetOf = (entropy: string): string => bytesToId(rule.calculateAsset(idToBytes(entropy)));
export const tokenOf = (entropy: string, isConfidential: boolean): string =>
  bytesToId(rule.calculateReissuanceToken(idToBytes(entropy), isConfidential));

export const isReissuance = (draft: IssuanceDraft | ReissuanceDraft): draft is ReissuanceDraft =>
  "entropy" in draft;

/**
 * Ids and blinders of an issuance: a first one stands on the first input, a reissuance on the input with the token.
 * @throws LedgerError "conflict" when no input carries a confidential token
 */
export function issueOn(inputs: Coin[], draft: IssuanceDraft | ReissuanceDraft): LedgerIssuance {
  const blinder = () => (draft.isConfidential ? newBlinder() : NO_BLINDER);
  if (isReissuance(draft)) {
    const vin = inputs.findIndex(
      (coin) => coin.assetId === draft.tokenId && coin.assetBlinder !== NO_BLINDER,
    );
    if (vin < 0) throw new LedgerError("conflict", "No confidential reissuance token is among the inputs.");
    return {
      ...{ vin, isReissuance: true, entropy: draft.entropy, assetId: assetOf(draft.entropy) },
      amountSats: draft.amountSats,
      assetAmountBlinder: blinder(),
      ...{ tokenId: null, tokenAmountSats: 0n, tokenAmountBlinder: NO_BLINDER },
    };
  }
  const [first] = inputs;
  if (!first) throw new LedgerError("funds", "An issuance needs an input.");
  const entropy = entropyOf(first, draft.contractHash);
  return {
    ...{ vin: 0, isReissuance: false, entropy, assetId: assetOf(entropy), amountSats: draft.amountSats },
    assetAmountBlinder: draft.amountSats > 0n ? blinder() : NO_BLINDER,
    tokenId: draft.tokenSats > 0n ? tokenOf(entropy, draft.isConfidential) : null,
    tokenAmountSats: draft.tokenSats,
    tokenAmountBlinder: draft.tokenSats > 0n ? blinder() : NO_BLINDER,
  };
}

/** What an issuance adds to the transaction's inputs, for the balance; issued amounts hide no asset. */
export function issuedOpenings(issuance: LedgerIssuance): Opening[] {
  const { assetId, amountSats, assetAmountBlinder, tokenId, tokenAmountSats, tokenAmountBlinder } = issuance;
  const opening = (id: string, sats: bigint, amountBlinder: string): Opening => ({
    ...{ assetId: id, amountSats: sats, assetBlinder: NO_BLINDER, amountBlinder },
  });
  return [
    opening(assetId, amountSats, assetAmountBlinder),
    ...(tokenId ? [opening(tokenId, tokenAmountSats, tokenAmountBlinder)] : []),
  ].filter((issued) => issued.amountSats > 0n);
}

/** The issuance as its input carries it. */
export function issuanceField(
  zkp: Zkp,
  inputs: Coin[],
  issuance: LedgerIssuance,
  draft: IssuanceDraft | ReissuanceDraft,
) {
  const [asset, token] = [issuance.assetId, issuance.tokenId].map((id) =>
    issuedOpenings(issuance).find(({ assetId }) => assetId === id),
  );
  const nonce = isReissuance(draft) ? inputs[issuance.vin]?.assetBlinder : undefined;
  return {
    assetBlindingNonce: idToBytes(nonce ?? NO_BLINDER),
    assetEntropy: idToBytes(isReissuance(draft) ? draft.entropy : draft.contractHash),
    assetAmount: amountField(zkp, asset),
    tokenAmount: amountField(zkp, token),
  };
}

function amountField(zkp: Zkp, opening: Opening | undefined): Buffer {
  if (!opening) return ABSENT;
  if (opening.amountBlinder === NO_BLINDER) return explicitValue(opening.amountSats);
  return valueCommitment(zkp, opening);
}
