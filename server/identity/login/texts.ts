import { createHash, createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { TextRequest, TextToSign } from "@/lib/contracts/identity/login";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { businessError, frameworkError } from "../errors";
import type { Identity } from "../service";
import { structureOf } from "./structured";
import {
  type Asked,
  addText,
  dropOlder,
  type HandedOut,
  listOutstanding,
  type Outstanding,
} from "./text-store";
import { verifierHashOf } from "./verifier";
import { addressText, messageText, structuredText } from "./wording";

const MINUTE_MS = 60_000;
const MAX_OUTSTANDING = 5;
/** Java's largest int, which the original's nonce stays below. */
const SHORT_NONCES = 2 ** 31 - 1;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** By what a text is found again. */
export const hashText = sha256;

/**
 * POST /authorize: a text that proves who owns the address, whatever that is.
 * @param browserOrigin the Origin header of a browser
 * @param ip of whoever asks; null when nothing is known
 * @throws Refusal 0211 when an EIP-4361 text is asked for that cannot be made
 */
export async function handOutText(
  identity: Identity,
  request: TextRequest,
  browserOrigin: string | null,
  ip: string | null,
): Promise<TextToSign> {
  const owner = request.address.toLowerCase();
  const structure = structureOf(identity, request, browserOrigin);
  const outline = { ...outlined(identity), ...structure };
  const payload = wordsOf(owner, outline);
  if (payload === null) throw businessError("0211", "A text cannot be made for this origin");
  const asked = { addressHash: sha256(owner), callerHash: callerHashOf(identity, ip) };
  await identity.database.transaction(async (tx) => {
    await addText(tx, { ...outline, ...asked, textHash: sha256(payload) });
    await dropOlder(tx, asked, outstanding(identity));
  });
  return { payload };
}

/**
 * POST /authorize/by-message: a text that belongs to whoever signs it.
 * @throws Refusal 404 while such texts are switched off, 400 for a secret that binds nothing
 */
export async function handOutMessage(identity: Identity, body: Uint8Array): Promise<TextToSign> {
  if (!identity.config.takesMessages) throw frameworkError(404);
  const verifierHash = verifierHashOf(identity, body);
  const outline = outlined(identity);
  const payload = messageText(randomUUID(), outline.nonce);
  await addText(identity.database.db, {
    ...outline,
    verifierHash,
    textHash: sha256(payload),
    ...{ addressHash: null, callerHash: null },
  });
  return { payload };
}

export interface SignableText {
  text: string;
  /** The one chain whose contracts can sign it; null = any. */
  chainId: bigint | null;
  /** Whose page it names; null for the original's texts. */
  origin: string | null;
}

/**
 * The texts that `address`, in lower case, can sign now: first those that were asked for from `ip`, so that nobody else
 * can push them out, then as many of others; the newest first of each.
 */
export async function listTexts(
  identity: Identity,
  db: IdentityDb,
  address: string,
  ip: string | null,
): Promise<SignableText[]> {
  const asked = { addressHash: sha256(address), callerHash: callerHashOf(identity, ip) };
  const rows = await listOutstanding(db, asked, outstanding(identity));
  const { origins } = identity.config;
  return rows
    .filter(({ origin }) => origin === null || origins.includes(origin))
    .flatMap((row) => {
      const text = wordsOf(address, row);
      return text === null ? [] : [{ text, chainId: row.chainId, origin: row.origin }];
    });
}

/** null when the origin is none that EIP-4361 can name. */
function wordsOf(
  address: string,
  { nonce, origin, chainId, createdAt, expiresAt }: Outstanding,
): string | null {
  if (origin === null || chainId === null) return addressText(address, nonce);
  try {
    return structuredText(address, nonce, { origin, chainId, issuedAt: createdAt, expiresAt });
  } catch {
    return null;
  }
}

const outstanding = ({ fixes }: Identity): number => (fixes.severalTexts ? MAX_OUTSTANDING : 1);

/** Texts are counted by caller only where they expire: without an end callers would leave them for ever. */
const callerHashOf = ({ config, fixes }: Identity, ip: string | null): string | null =>
  ip === null || !fixes.severalTexts || !fixes.textsExpire
    ? null
    : createHmac("sha256", config.secretKey).update(`text-caller ${ip}`).digest("hex");

function outlined({ fixes, config }: Identity): Omit<HandedOut, "textHash" | keyof Asked> {
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + config.textMinutes * MINUTE_MS);
  return {
    nonce: makeNonce(fixes.longNonce),
    createdAt,
    expiresAt: fixes.textsExpire ? expiresAt : null,
    ...{ origin: null, chainId: null, verifierHash: null },
  };
}

/** Decimal in both forms: clients show it, none reads it. */
const makeNonce = (isLong: boolean): string =>
  isLong ? BigInt(`0x${randomBytes(16).toString("hex")}`).toString() : `${randomInt(SHORT_NONCES)}`;
