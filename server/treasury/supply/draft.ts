import type { SpendableCoin } from "@/lib/contracts/elements";
import type { Outpoint } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { readCoins } from "@/server/elements/coins";
import { addReissuance, createRaw, decodeRaw, fundRaw } from "@/server/elements/raw";
import type { NodeClient } from "@/server/elements/rpc";
import { isOwn, newAddress, readIssuances, readPolicyAsset } from "@/server/elements/wallet";
import { NOW, type Step } from "../step";
import type { Operation } from "../store";
import { halt } from "./halt";
import { findStrangeness, outpointKey } from "./verify";

/** A reissuance token or burn coins that AMP's order names must be confirmed, as for the official client. */
const MIN_CONFIRMATIONS = 1;

type Draft = { hex: string } | { problem: string };

/**
 * ordered: makes the transaction without blinding and signing, compares it with the intent, and stores it with the
 * coins it spends. Nothing is locked yet: coins are only locked when it is written down which.
 */
export const draft: Step<SupplyKind> = async (operation, { node }) => {
  const coins = await readCoins(node);
  const made = await make(operation, node, coins);
  if ("problem" in made) return halt(operation, node, made.problem, true);
  const { hex } = made;
  const transaction = await decodeRaw(node, hex);
  const strange = findStrangeness(operation, transaction, {
    coins: new Map(coins.map((coin) => [outpointKey(coin), coin])),
    policyAssetId: await readPolicyAsset(node),
    outpoints: operation.facts.supply?.outpoints ?? [],
    own: await ownAddresses(node, transaction),
  });
  if (strange) return halt(operation, node, supplyWorksText.strangeTransaction(strange), true);
  const spent = transaction.vin.map(({ txid, vout }) => ({ txid, vout }));
  const vin = transaction.vin.findIndex(({ issuance }) => issuance !== undefined);
  const { outpoints = [] } = operation.facts.supply ?? {};
  return {
    state: "ordered",
    facts: {
      ...operation.facts,
      supply: { outpoints, plainHex: hex, coins: spent, ...(vin < 0 ? {} : { vin }) },
    },
    detail: { inputs: spent.length, outputs: transaction.vout.length },
    againInMs: NOW,
  };
};

async function make(
  operation: Operation<SupplyKind>,
  node: NodeClient,
  coins: SpendableCoin[],
): Promise<Draft> {
  const { outpoints = [] } = operation.facts.supply ?? {};
  if (outpoints.length === 0) return { problem: supplyWorksText.nothingListed };
  const found = outpoints.flatMap((outpoint) => findCoin(coins, outpoint) ?? []);
  if (found.length < outpoints.length) {
    return { problem: supplyWorksText.coinsMissing(outpoints.length - found.length) };
  }
  return operation.kind === "reissuance"
    ? makeReissuance(operation, node, coins, found)
    : makeBurn(operation, node, found);
}

const findCoin = (coins: SpendableCoin[], outpoint: Outpoint) =>
  coins.find(
    (coin) => outpointKey(coin) === outpointKey(outpoint) && coin.confirmations >= MIN_CONFIRMATIONS,
  );

/** The token goes to a fresh address of the wallet, the new units to another. */
async function makeReissuance(
  { intent }: Operation<SupplyKind>,
  node: NodeClient,
  coins: SpendableCoin[],
  [token, ...more]: SpendableCoin[],
): Promise<Draft> {
  if (!token || more.length > 0) return { problem: supplyWorksText.tokenSplit };
  if (coins.filter(({ asset }) => asset === token.asset).length > 1) {
    return { problem: supplyWorksText.tokenSplit };
  }
  if (/^0+$/.test(token.assetblinder)) return { problem: supplyWorksText.tokenUnblinded };
  const issuances = await readIssuances(node, intent.assetId);
  const issuance = issuances.find(({ isreissuance }) => !isreissuance) ?? issuances[0];
  if (!issuance) return { problem: supplyWorksText.issuanceUnknown };
  // Only the first issuance names the token; the wallet may know of later ones alone.
  if ((issuance.token ?? token.asset) !== token.asset) return { problem: supplyWorksText.otherToken };
  const [tokenAddress, address] = [await newAddress(node), await newAddress(node)];
  const input = { txid: token.txid, vout: token.vout };
  const output = { address: tokenAddress, assetId: token.asset, amountSats: token.amount };
  const funded = await fundRaw(node, await createRaw(node, [input], [output]));
  const { vin } = await decodeRaw(node, funded);
  const hex = await addReissuance(node, funded, {
    vin: vin.findIndex((one) => outpointKey(one) === outpointKey(input)),
    address,
    amountSats: intent.totalSats,
    entropy: issuance.entropy,
    tokenBlinder: token.assetblinder,
  });
  return { hex };
}

async function makeBurn(
  { intent }: Operation<SupplyKind>,
  node: NodeClient,
  listed: SpendableCoin[],
): Promise<Draft> {
  const { coins, sats } = enough(
    listed.filter(({ asset }) => asset === intent.assetId),
    intent.totalSats,
  );
  if (sats < intent.totalSats) return { problem: supplyWorksText.tooLittle(sats, intent.totalSats) };
  const output = { burn: true as const, assetId: intent.assetId, amountSats: intent.totalSats };
  // Named, since the node may choose a coin that AMP has not listed.
  const inputs = coins.map(({ txid, vout }) => ({ txid, vout }));
  return { hex: await fundRaw(node, await createRaw(node, inputs, [output])) };
}

/** The fewest coins that hold so much, or all of them. */
function enough(coins: SpendableCoin[], wantedSats: bigint) {
  const taken: SpendableCoin[] = [];
  let sats = 0n;
  for (const coin of coins.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))) {
    if (sats >= wantedSats) break;
    taken.push(coin);
    sats += coin.amount;
  }
  return { coins: taken, sats };
}

/** Addresses among the outputs whose keys the wallet has. RPC getaddressinfo */
export async function ownAddresses(
  node: NodeClient,
  { vout }: Awaited<ReturnType<typeof decodeRaw>>,
): Promise<Set<string>> {
  const addresses = vout.flatMap(({ scriptPubKey: { address } }) => address ?? []);
  const answers = await Promise.all(addresses.map((address) => isOwn(node, address)));
  return new Set(addresses.filter((_, index) => answers[index]));
}
