import type { SentTransaction } from "@/lib/contracts/control";
import type {
  InvestorWallet,
  MadeWallets,
  SendDecision,
  WalletAddress,
} from "@/lib/contracts/control-wallets";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { isGaid } from "@/lib/domain/gaid";
import {
  type AssetChoice,
  lookOf,
  type MovementRow,
  type WalletRow,
  type WalletsView,
  type WalletView,
} from "@/lib/domain/sandbox";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { readState } from "@/server/control/chain";
import {
  createWallets,
  listWallets,
  type NewWallets,
  newWalletAddress,
  readHistory,
  sendFromWallet,
  spendOutside,
} from "@/server/control/wallets";
import { now } from "@/server/platform/clock";
import { assetChoices, controlFor, readAmount } from "./sandbox";

const fresh = () => ({ asOf: now(), source: "amp" }) as const;

/** Investors' wallets, newest first. Control: GET /wallets, GET /state */
export async function readWallets(actor: Actor, query: ListQuery): Promise<WalletsView> {
  const control = await controlFor(actor);
  if (query.cursor !== undefined && !isGaid(query.cursor))
    throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  const [{ wallets, next }, state, assets] = await Promise.all([
    listWallets(control, { search: query.q, after: query.cursor, count: query.limit }),
    readState(control),
    assetChoices(actor),
  ]);
  const rows = wallets.map((wallet) => toRow(wallet, assets));
  return {
    page: { rows, nextCursor: next, total: null, freshness: fresh() },
    assets,
    nodeWallets: Object.keys(state.wallets),
  };
}

/** One wallet with what it received and sent. Control: GET /wallets, GET /wallets/history */
export async function readWallet(actor: Actor, gaid: string, query: ListQuery): Promise<WalletView> {
  const control = await controlFor(actor);
  if (!isGaid(gaid)) throw new AppError("NOT_FOUND", errorsText.notHere);
  const [{ wallets }, assets] = await Promise.all([
    listWallets(control, { search: gaid, count: 1 }),
    assetChoices(actor),
  ]);
  const wallet = wallets.find((found) => found.gaid === gaid);
  if (!wallet) throw new AppError("NOT_FOUND", errorsText.notHere);
  const { movements, next } = await readHistory(control, {
    gaid,
    after: placeOf(query.cursor),
    count: query.limit,
  });
  const rows = movements.map(
    (movement): MovementRow => ({
      ...movement,
      changes: movement.changes.map(({ assetId, type, amount, ...asset }) => ({
        ...lookOf(assets, asset),
        assetId,
        type,
        netSats: amount,
      })),
    }),
  );
  const nextCursor = next === null ? null : String(next);
  return {
    wallet: toRow(wallet, assets),
    history: { rows, nextCursor, total: null, freshness: fresh() },
    assets,
  };
}

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

const toRow = ({ balances, ...wallet }: InvestorWallet, assets: AssetChoice[]): WalletRow => ({
  ...wallet,
  holdings: balances.map(({ assetId, amount, blacklisted, ...asset }) => ({
    ...lookOf(assets, asset),
    assetId,
    amountSats: amount,
    blacklistedSats: blacklisted,
  })),
});

/** Control: POST /wallets */
export async function makeInvestorWallets(actor: Actor, input: NewWallets): Promise<MadeWallets> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.wallet-made", detail: { count: input.count } }, () =>
    createWallets(control, input),
  );
}

/** A fresh address changes the wallet, so it is taken on demand. Control: POST /wallets/address */
export async function takeWalletAddress(actor: Actor, { gaid }: { gaid: string }): Promise<WalletAddress> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.address-taken", detail: { gaid } }, () =>
    newWalletAddress(control, gaid),
  );
}

interface WalletTransfer {
  intentId: string;
  fromGaid: string;
  assetUuid: string;
  to: string;
  /** As typed, in the unit that `precision` makes. */
  amount: string;
  precision: number;
}

/** An investor sends; AMP's refusal is a decision and no error. Once per form. Control: POST /wallets/send */
export async function sendFromInvestor(
  actor: Actor,
  { intentId, ...input }: WalletTransfer,
): Promise<SendDecision> {
  const control = await controlFor(actor);
  const amountSats = readAmount(input.amount, input.precision);
  const { fromGaid, assetUuid, to } = input;
  const entry = { action: "sandbox.sent", assetUuid, detail: { gaid: fromGaid, to, amountSats } };
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "sandbox.send", input }, () =>
    audited(actor, entry, () => sendFromWallet(control, { fromGaid, assetUuid, to, amountSats })),
  );
}

interface OutsideSpend {
  intentId: string;
  wallet: string;
  assetUuid: string;
  /** Empty: to the wallet itself. */
  to: string;
  amount: string;
  precision: number;
}

/** The treasury spends a managed asset without AMP, once per form. Control: POST /wallets/outside */
export async function moveOutside(
  actor: Actor,
  { intentId, ...input }: OutsideSpend,
): Promise<SentTransaction> {
  const control = await controlFor(actor);
  const amountSats = readAmount(input.amount, input.precision);
  const { wallet, assetUuid, to } = input;
  const move = { wallet, assetUuid, amountSats, ...(to === "" ? {} : { to }) };
  const detail = { wallet, amountSats, ...(to === "" ? {} : { to }) };
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "sandbox.outside", input }, () =>
    audited(actor, { action: "sandbox.moved-outside", assetUuid, detail }, () => spendOutside(control, move)),
  );
}
