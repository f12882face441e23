import type { Address } from "viem";
import { createSiweMessage } from "viem/siwe";

/** The texts people sign, letter by letter as wallets and older clients know them. */

/** @param address lower case */
export const addressText = (address: string, nonce: string): string =>
  `Welcome!\nPlease sign this message to verify that you are the owner of address: ${address}\nNonce: ${nonce}`;

/** A text after EIP-4361, which wallets compare with the page it is shown on. */
export interface Structured {
  /** Such as `https://invest.example`. */
  origin: string;
  chainId: bigint;
  issuedAt: Date;
  /** null = never */
  expiresAt: Date | null;
}

const STATEMENT = "Please sign this message to verify that you are the owner of this address.";

/**
 * @param address lower case
 * @throws Error when the address or the origin's host is none that EIP-4361 knows
 */
export const structuredText = (address: string, nonce: string, text: Structured): string =>
  createSiweMessage({
    address: address as Address,
    nonce,
    version: "1",
    statement: STATEMENT,
    domain: new URL(text.origin).host,
    uri: text.origin,
    chainId: Number(text.chainId),
    issuedAt: text.issuedAt,
    ...(text.expiresAt ? { expirationTime: text.expiresAt } : {}),
  });

/** @param id a UUID */
export const messageText = (id: string, nonce: string): string =>
  `Please sign this message to verify your wallet ownership, unique ID: ${id}, nonce: ${nonce}`;
