import { randomUUID } from "node:crypto";
import type { IssueRequest, IssueResponse } from "@/lib/contracts/amp/assets";
import { assets } from "../db/amp-tables";
import type { IssuedAsset } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { type NewOutput, trackTransaction } from "./books";
import type { Handlers } from "./call";
import { checkIssueRequest, contractHash, type Trio, trioOf } from "./issuance-rules";
import { rememberTreasuryAddress } from "./treasury-address-store";

const tokenOf = ({ isReissuable, reissuanceAmount, reissuanceAddress }: IssueRequest) =>
  isReissuable && reissuanceAmount && reissuanceAddress
    ? { amountSats: reissuanceAmount, address: reissuanceAddress }
    : null;

async function insertAsset(
  { db }: Unit,
  issuerId: number,
  request: IssueRequest,
  trio: Trio | null,
  made: IssuedAsset,
) {
  const [row] = await db
    .insert(assets)
    .values({
      uuid: randomUUID(),
      issuerId,
      name: request.name,
      assetId: made.assetId,
      tokenId: made.tokenId,
      ticker: trio?.ticker ?? null,
      domain: trio?.domain ?? null,
      pubkey: trio?.pubkey ?? null,
      precision: request.precision,
      issuedSats: request.amount,
      issuanceTxid: made.txid,
      isRestricted: request.transferRestricted,
    })
    .returning();
  return row as AssetRow;
}

/** Both outputs of an issuance are the treasury's; AMP waits for the issuer to tell it their blinders. */
async function trackIssuance(unit: Unit, asset: AssetRow, made: IssuedAsset): Promise<void> {
  const tx = await unit.ledger.transaction(made.txid);
  if (!tx) throw new Error(`The issuance ${made.txid} is not on the ledger.`);
  const output = { gaid: null, hasUnknownBlinders: true };
  const outputs: NewOutput[] = [{ ...output, vout: made.assetVout, isNews: true }];
  if (made.tokenVout !== null)
    outputs.push({ ...output, vout: made.tokenVout, isToken: true, isNews: false });
  await trackTransaction(unit, asset, tx, "issuance", outputs);
}

export const issuanceHandlers = {
  async issueAsset({ unit, env, account, body: request }): Promise<IssueResponse> {
    await checkIssueRequest(request, unit.ledger, env.switches);
    const trio = trioOf(request);
    const token = tokenOf(request);
    const made = await unit.ledger.issueAsset({
      contractHash: contractHash(request, trio),
      amountSats: request.amount,
      destinationAddress: request.destinationAddress,
      token,
      isConfidential: request.isConfidential,
    });
    const asset = await insertAsset(unit, account.issuerId, request, trio, made);
    await rememberTreasuryAddress(unit, asset.uuid, request.destinationAddress);
    if (token) await rememberTreasuryAddress(unit, asset.uuid, token.address);
    await trackIssuance(unit, asset, made);
    return {
      name: request.name,
      amount: request.amount,
      destinationAddress: request.destinationAddress,
      domain: asset.domain,
      ticker: asset.ticker,
      precision: request.precision,
      pubkey: asset.pubkey,
      isConfidential: request.isConfidential,
      isReissuable: request.isReissuable,
      reissuanceAmount: token?.amountSats ?? 0n,
      reissuanceAddress: token?.address ?? "",
      assetId: made.assetId,
      reissuanceTokenId: made.tokenId,
      assetUuid: asset.uuid,
      txid: made.txid,
      vin: made.vin,
      assetVout: made.assetVout,
      reissuanceVout: made.tokenVout,
      issuerAuthorizationEndpoint: null,
      transferRestricted: request.transferRestricted,
      issuanceAssetblinder: made.issuanceAssetBlinder,
      issuanceTokenblinder: made.issuanceTokenBlinder,
    };
  },
} satisfies Handlers;
