import type { SandboxDb } from "../db/client";
import type { Draft, IssuanceDraft, ReissuanceDraft } from "../ledger/coin";
import { tokenOf } from "../ledger/issuance-fields";
import { walletOwner } from "../ledger/keyring";
import { networkFacts } from "../ledger/networks";
import type { LedgerIssuance, LiquidNetwork } from "../ledger/port";
import { totalOf } from "../ledger/selection";
import { unspentOf } from "../ledger/store";
import { newAddress } from "./addresses";
import { spendableCoins } from "./coins";
import { RpcError } from "./port";
import { readDestination, sendPayment } from "./sending";
import { findIssuance } from "./store";

/** Issues to two fresh addresses of the wallet. RPC: issueasset. @throws RpcError -4 */
export async function issueFromWallet(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  draft: IssuanceDraft,
): Promise<LedgerIssuance & { txid: string }> {
  const own = () => freshPlace(db, network, wallet);
  const [asset, token] = [await own(), await own()];
  const coins = await spendableCoins(db, wallet, { assetIds: [networkFacts(network).policyAsset] });
  const outputs = ({ assetId, tokenId }: { assetId: string; tokenId: string }): Draft[] =>
    [
      { ...asset, assetId, amountSats: draft.amountSats },
      { ...token, assetId: tokenId, amountSats: draft.tokenSats },
    ].filter(({ amountSats }) => amountSats > 0n);
  return sendIssuance(db, network, wallet, { coins, outputs: [], issuance: { draft, outputs } });
}

/**
 * Issues more of an asset whose first issuance the wallet knows, and moves its tokens to a fresh address.
 * RPC: reissueasset. @throws RpcError -4, -6
 */
export async function reissueFromWallet(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  { assetId, amountSats }: { assetId: string; amountSats: bigint },
): Promise<LedgerIssuance & { txid: string }> {
  const { entropy, tokenId } = await findDefinition(db, wallet, assetId);
  // Locked tokens count here, and the payment fails on them.
  const tokens = totalOf(await unspentOf(db, walletOwner(wallet)), tokenId);
  if (tokens === 0n) throw new RpcError(-6, "No available reissuance tokens in wallet.");
  const [asset, token] = [await freshPlace(db, network, wallet), await freshPlace(db, network, wallet)];
  const draft: ReissuanceDraft = {
    ...{ entropy, tokenId, amountSats },
    isConfidential: tokenOf(entropy, true) === tokenId,
  };
  return sendIssuance(db, network, wallet, {
    coins: await spendableCoins(db, wallet, { assetIds: [networkFacts(network).policyAsset, tokenId] }),
    outputs: [{ ...token, assetId: tokenId, amountSats: tokens }],
    issuance: { draft, outputs: () => [{ ...asset, assetId, amountSats }] },
  });
}

async function findDefinition(db: SandboxDb, wallet: string, assetId: string) {
  const { entropy, tokenId } = (await findIssuance(db, wallet, assetId)) ?? {};
  if (tokenId === assetId)
    throw new RpcError(-4, "Asset given is a reissuance token type and can not be reissued.");
  if (entropy && tokenId) return { entropy, tokenId };
  throw new RpcError(-4, "Asset reissuance token definition could not be found in wallet.");
}

async function freshPlace(db: SandboxDb, network: LiquidNetwork, wallet: string) {
  const place = readDestination(network, await newAddress(db, network, wallet));
  return { kind: "payment" as const, ...place };
}

/** A node says nothing of why a payment with an issuance cannot be made: the recorded message is empty. */
async function sendIssuance(...[db, network, wallet, payment]: Parameters<typeof sendPayment>) {
  try {
    const { txid, issuances } = await sendPayment(db, network, wallet, payment);
    const [issuance] = issuances;
    if (!issuance) throw new Error("The transaction carries no issuance.");
    return { ...issuance, txid };
  } catch (error) {
    throw error instanceof RpcError ? new RpcError(-4, "") : error;
  }
}
