import type { SandboxDb } from "../db/client";
import { parseAddress } from "./address";
import type { Draft } from "./coin";
import { AMP_SERVICE } from "./keyring";
import { pay } from "./payment";
import { type IssuedAsset, type IssueRequest, LedgerError, type LiquidNetwork } from "./port";
import { unspentOf } from "./store";

/** Issues an asset, and its reissuance token when asked for, from the AMP service's own L-BTC. */
export async function issueAsset(
  db: SandboxDb,
  network: LiquidNetwork,
  { contractHash, amountSats, destinationAddress, token, isConfidential }: IssueRequest,
): Promise<IssuedAsset> {
  const to = (address: string, assetId: string, sats: bigint): Draft => {
    const { scriptHex, blindingKey } = parseAddress(address, network);
    return { kind: "payment", scriptHex, blindingKey, assetId, amountSats: sats };
  };
  const { txid, issuances } = await pay(db, network, {
    coins: await unspentOf(db, AMP_SERVICE),
    outputs: [],
    issuance: {
      draft: { contractHash, amountSats, tokenSats: token?.amountSats ?? 0n, isConfidential },
      outputs: ({ assetId, tokenId }) => [
        to(destinationAddress, assetId, amountSats),
        ...(token ? [to(token.address, tokenId, token.amountSats)] : []),
      ],
    },
  });
  const [issuance] = issuances;
  if (!issuance) throw new LedgerError("conflict", "The transaction carries no issuance.");
  return {
    txid,
    vin: issuance.vin,
    assetId: issuance.assetId,
    tokenId: issuance.tokenId,
    assetVout: 0,
    tokenVout: token ? 1 : null,
    issuanceAssetBlinder: issuance.assetAmountBlinder,
    issuanceTokenBlinder: token ? issuance.tokenAmountBlinder : null,
  };
}
