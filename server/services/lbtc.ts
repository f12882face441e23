import type { Actor } from "@/lib/domain/actor";
import { type Check, type CheckId, check } from "@/lib/domain/distribution";
import { LBTC_UUID, type LbtcIntent, lbtcText } from "@/lib/domain/intent";
import type { LbtcPreview, LbtcWish, PaymentBefore } from "@/lib/domain/lbtc";
import { readLiquidAddress } from "@/lib/domain/liquid-address";
import { LBTC } from "@/lib/domain/treasury";
import { AppError } from "@/lib/errors";
import { formatAmount } from "@/lib/format/amounts";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { authorize } from "@/server/auth/authorize";
import { withNodeWords } from "@/server/elements/rpc";
import { isOwn, readBalances } from "@/server/elements/wallet";
import { requireEnvironment } from "@/server/platform/environments";
import { nodeOf } from "@/server/treasury/node";
import { checkNode, FEE_RESERVE_SATS } from "@/server/treasury/preflight";
import { countOperations, type ListedOperation, listOperations } from "@/server/treasury/store";
import { findClosedOut } from "@/server/treasury/supply/closed-out";
import { approveOperation, hashOfIntent } from "./approval";

/**
 * What a payment in L-BTC out of the treasury's wallet would do, and whether anything stands in the way. AMP is not
 * asked: L-BTC is no asset of its books. RPC getnetworkinfo, getblockchaininfo, getbalance, getaddressinfo
 */
export async function previewLbtc(actor: Actor, wish: LbtcWish): Promise<LbtcPreview> {
  await authorize(actor, "lbtc:run");
  const { workspaceId, environment } = actor;
  const { network } = requireEnvironment(environment);
  const address = readLiquidAddress(wish.address, network);
  const [[open], [last], earlier, node] = await Promise.all([
    listOperations(workspaceId, { assetUuid: LBTC_UUID, state: "open", limit: 1 }),
    listOperations(workspaceId, { assetUuid: LBTC_UUID, limit: 1 }),
    countOperations(workspaceId, { assetUuid: LBTC_UUID }),
    lookAtNode(actor, wish, address !== null),
  ]);
  const intent: LbtcIntent = {
    assetUuid: LBTC_UUID,
    assetId: node.assetId,
    assetName: LBTC.ticker,
    ...LBTC,
    totalSats: wish.amountSats,
    address: wish.address,
    after: last?.id ?? null,
    earlier,
  };
  const { remedies } = lbtcWorksText;
  const checks = [
    check("amount-possible", wish.amountSats >= 1n, remedies.amount),
    check(
      "address-valid",
      address !== null && !node.isOwnAddress,
      address ? remedies.ownAddress : remedies.address,
    ),
    check("no-open-operation", open === undefined, remedies.open),
    ...node.checks,
  ];
  return {
    intent,
    intentHash: hashOfIntent(lbtcText(intent)),
    checks,
    canStart: checks.every(({ isOk }) => isOk),
    openOperationId: open?.id ?? null,
    before: last ? beforeOf(last, intent) : null,
    walletSats: node.walletSats,
    isConfidential: (address?.blindingKey ?? null) !== null,
  };
}

function beforeOf({ id, intent, createdAt, state }: ListedOperation, asked: LbtcIntent): PaymentBefore {
  const { address, totalSats } = intent as LbtcIntent; // its head is all of it
  return {
    ...{ operationId: id, totalSats, at: createdAt, state },
    isSame: address === asked.address && totalSats === asked.totalSats,
  };
}

/** Replaced by a check of their own: the payment is the fee's asset. */
const NOT_OF_LBTC: CheckId[] = ["fee-funds", "asset-funds"];

interface NodeLook {
  checks: Check[];
  assetId: string;
  walletSats: bigint | null;
  isOwnAddress: boolean;
}

async function lookAtNode(
  { workspaceId, environment }: Actor,
  wish: LbtcWish,
  isAddress: boolean,
): Promise<NodeLook> {
  const { network } = requireEnvironment(environment);
  const nothing = { assetId: "", totalSats: 0n, feeSats: 0n };
  const found = await checkNode(workspaceId, network, nothing);
  const checks = found.filter(({ id }) => !NOT_OF_LBTC.includes(id));
  if (checks.some(({ id, isOk }) => id === "node-reachable" && !isOk))
    return { checks, assetId: "", walletSats: null, isOwnAddress: false };
  const node = await nodeOf(workspaceId);
  const [balances, out, isOwnAddress] = await withNodeWords(
    Promise.all([
      readBalances(node, 0),
      findClosedOut(workspaceId, LBTC_UUID, node),
      isAddress ? isOwn(node, wish.address) : false,
    ]),
  );
  const isEnough = balances.policySats >= wish.amountSats + FEE_RESERVE_SATS;
  const { remedies } = lbtcWorksText;
  return {
    checks: [
      ...checks,
      check("lbtc-funds", isEnough, remedies.funds(formatAmount(FEE_RESERVE_SATS, LBTC.precision))),
      check("none-still-out", out === null, remedies.stillOut(out ?? "")),
    ],
    assetId: balances.policyAssetId,
    walletSats: balances.policySats,
    isOwnAddress,
  };
}

/**
 * Stores the approved payment; the worker carries it out. The intent is formed anew and must have the hash that the
 * person saw.
 * @throws AppError CONFLICT when it changed meanwhile, REJECTED when a check fails
 */
export async function startLbtc(
  actor: Actor,
  input: LbtcWish & { intentId: string; intentHash: string },
): Promise<{ operationId: string }> {
  return approveOperation(actor, {
    kind: "lbtc",
    permission: "lbtc:run",
    input: { ...input, assetUuid: LBTC_UUID },
    preview: () => previewLbtc(actor, input),
    detail: ({ totalSats, address }) => ({ totalSats, address }),
    texts: lbtcWorksText,
  });
}

/** The wish in a preview's address. @throws AppError INVALID_INPUT */
export function readLbtcWish(search: URLSearchParams): LbtcWish {
  const sats = search.get("sats") ?? "";
  if (!/^\d{1,19}$/.test(sats)) throw new AppError("INVALID_INPUT", lbtcWorksText.invalidAmount);
  return { address: search.get("address") ?? "", amountSats: BigInt(sats) };
}

/** What the page of a payment begins with. RPC getbalance; a node that is away is said by the pre-flight. */
export async function viewLbtcDesk(
  actor: Actor,
): Promise<{ openOperationId: string | null; walletSats: bigint | null }> {
  await authorize(actor, "lbtc:run");
  const [open] = await listOperations(actor.workspaceId, { assetUuid: LBTC_UUID, state: "open", limit: 1 });
  const balances = await nodeOf(actor.workspaceId)
    .then((node) => withNodeWords(readBalances(node, 0)))
    .catch(() => null);
  return { openOperationId: open?.id ?? null, walletSats: balances?.policySats ?? null };
}
