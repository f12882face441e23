import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { TextToSign } from "@/lib/contracts/identity/login";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import type { Identity } from "../service";
import { addText, dropOlder, listNonces } from "./text-store";
import { addressText, messageText } from "./wording";

const MINUTE_MS = 60_000;
const MAX_OUTSTANDING = 5;
/** Java's largest int, which the original's nonce stays below. */
const SHORT_NONCES = 2 ** 31 - 1;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** By what a text is found again. */
export const hashText = sha256;

/** POST /authorize: a text that proves who owns `address`, whatever that is. */
export async function handOutText(identity: Identity, address: string): Promise<TextToSign> {
  const owner = address.toLowerCase();
  const nonce = makeNonce(identity);
  const payload = addressText(owner, nonce);
  await identity.database.transaction(async (tx) => {
    await addText(tx, { ...noted(identity, payload, nonce), addressHash: sha256(owner) });
    await dropOlder(tx, sha256(owner), outstanding(identity));
  });
  return { payload };
}

/** POST /authorize/by-message: a text that belongs to whoever signs it. */
export async function handOutMessage(identity: Identity): Promise<TextToSign> {
  const nonce = makeNonce(identity);
  const payload = messageText(randomUUID(), nonce);
  await addText(identity.database.db, { ...noted(identity, payload, nonce), addressHash: null });
  return { payload };
}

/** The texts that `address`, in lower case, can sign now, newest first. */
export async function listTexts(identity: Identity, db: IdentityDb, address: string): Promise<string[]> {
  const nonces = await listNonces(db, sha256(address), outstanding(identity));
  return nonces.map((nonce) => addressText(address, nonce));
}

const outstanding = ({ fixes }: Identity): number => (fixes.severalTexts ? MAX_OUTSTANDING : 1);

const noted = ({ fixes, config }: Identity, payload: string, nonce: string) => ({
  nonce,
  textHash: sha256(payload),
  expiresAt: fixes.textsExpire ? new Date(now().getTime() + config.textMinutes * MINUTE_MS) : null,
});

/** Decimal in both forms: clients show it, none reads it. */
const makeNonce = ({ fixes }: Identity): string =>
  fixes.longNonce ? BigInt(`0x${randomBytes(16).toString("hex")}`).toString() : `${randomInt(SHORT_NONCES)}`;
