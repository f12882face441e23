import type { z } from "zod";
import { SentTransaction } from "@/lib/contracts/control";
import {
  InvestorWallets,
  MadeWallets,
  Movements,
  SendDecision,
  WalletAddress,
} from "@/lib/contracts/control-wallets";
import type { ControlClient } from "./client";

export interface NewWallets {
  /** 1 to 1000. */
  count: number;
  /** Several with one label are numbered. */
  label?: string;
}

/** Opens investors' wallets. Control: POST /wallets */
export const createWallets = (control: ControlClient, wallets: NewWallets): Promise<MadeWallets> =>
  control.call({ method: "POST", path: "/wallets", body: wallets, returns: MadeWallets });

export interface WalletQuery {
  /** Part of a GAID or of a label. */
  search?: string | undefined;
  after?: string | undefined;
  count: number;
}

/** Newest first. Control: GET /wallets */
export const listWallets = (
  control: ControlClient,
  { search, after, count }: WalletQuery,
): Promise<z.output<typeof InvestorWallets>> =>
  control.call({
    method: "GET",
    path: "/wallets",
    query: { search, after, count, order: "newest" },
    returns: InvestorWallets,
  });

/** A fresh confidential address. Control: POST /wallets/address */
export const newWalletAddress = (control: ControlClient, gaid: string): Promise<WalletAddress> =>
  control.call({ method: "POST", path: "/wallets/address", body: { gaid }, returns: WalletAddress });

/** Receipts and sends, newest first. Control: GET /wallets/history */
export const readHistory = (
  control: ControlClient,
  query: { gaid: string; after?: number | undefined; count: number },
): Promise<z.output<typeof Movements>> =>
  control.call({ method: "GET", path: "/wallets/history", query, returns: Movements });

export interface Transfer {
  fromGaid: string;
  assetUuid: string;
  /** A GAID or an address. */
  to: string;
  amountSats: bigint;
}

/**
 * Sends after AMP's rules and the issuer's endpoint were asked; a refusal is an answer. Control: POST /wallets/send
 * @throws AppError REJECTED when the wallet cannot build such a transaction, e.g. for lack of funds
 */
export const sendFromWallet = (
  control: ControlClient,
  { fromGaid, assetUuid, to, amountSats }: Transfer,
): Promise<SendDecision> =>
  control.call({
    method: "POST",
    path: "/wallets/send",
    body: { from: fromGaid, asset_uuid: assetUuid, to, amount: Number(amountSats) },
    returns: SendDecision,
    decides: true,
  });

export interface OutsideMove {
  /** A wallet of the node. */
  wallet: string;
  assetUuid: string;
  amountSats: bigint;
  /** A GAID or an address; absent: the wallet itself. */
  to?: string;
}

/** Spends a managed asset behind AMP's back. Control: POST /wallets/outside */
export const spendOutside = (
  control: ControlClient,
  { wallet, assetUuid, amountSats, to }: OutsideMove,
): Promise<SentTransaction> =>
  control.call({
    method: "POST",
    path: "/wallets/outside",
    body: { wallet, asset_uuid: assetUuid, amount: Number(amountSats), ...(to ? { to } : {}) },
    returns: SentTransaction,
  });
