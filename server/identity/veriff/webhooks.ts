import { createHash } from "node:crypto";
import type { z } from "zod";
import { parseExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import type { IdentityDb } from "../db/client";
import { emptyError, Refusal } from "../errors";
import type { Identity } from "../service";
import { lockAddress } from "../tokens/refresh-store";
import { proveWebhook } from "./proof";
import { findSession } from "./session-store";
import {
  lockSession,
  noteWebhook,
  type Outcome,
  type Webhook,
  wasAccepted,
  wasErased,
} from "./webhook-store";

type Kind = "event" | "decision";

/** With whose it says that it is. */
type WebhookOfSession = Webhook & { sessionId: string; vendorData: string | null };

export interface Received<T> {
  said: T;
  digest: string;
}

/**
 * What a webhook says, once it is proven that Veriff says so.
 * @throws Refusal 400 for what proves nothing or cannot be read
 */
export async function receive<S extends z.ZodType>(
  identity: Identity,
  kind: Kind,
  shape: S,
  body: Uint8Array,
  headers: Headers,
): Promise<Received<z.output<S>>> {
  proveWebhook(identity, body, headers);
  const digest = createHash("sha256").update(body).digest("hex");
  const parsed = shape.safeParse(parse(body));
  if (parsed.success) return { said: parsed.data, digest };
  log.warn("identity.webhook", { kind, outcome: "unreadable" });
  const unread = { kind, digest, sessionId: null, attemptId: null, said: null };
  await noteWebhook(identity.database.db, unread, "refused");
  throw emptyError(400);
}

/** undefined for what is no JSON. */
function parse(body: Uint8Array): unknown {
  try {
    return parseExactJson(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/**
 * Carries a webhook out, one of a session at a time. A refusal takes back what was done before it or, as the original
 * does, leaves it. What was accepted once is not carried out again, and what belongs to erased data never.
 * @throws Refusal that `work` came back with
 */
export async function carryOut(
  identity: Identity,
  webhook: WebhookOfSession,
  work: (tx: IdentityDb) => Promise<Exclude<Outcome, "refused"> | Refusal>,
): Promise<void> {
  const { database, fixes } = identity;
  const refusal = await database
    .transaction(async (tx) => {
      await lockSession(tx, webhook.sessionId);
      await lockOwners(tx, webhook);
      const isDone = fixes.webhooksOnce && (await wasAccepted(tx, webhook));
      const result = isDone || (await wasErased(tx, webhook.sessionId)) ? "ignored" : await work(tx);
      if (result instanceof Refusal && fixes.wholeWebhooks) throw result;
      // within the transaction, or a copy that waits for the lock would be carried out as well
      await note(tx, webhook, result);
      return result instanceof Refusal ? result : null;
    })
    .catch(async (error) => {
      if (error instanceof Refusal) await note(database.db, webhook, error);
      throw error;
    });
  if (refusal) throw refusal;
}

/** An erasure takes a wallet's lock alone: what is looked at behind it stays true to the end. */
async function lockOwners(tx: IdentityDb, { sessionId, vendorData }: WebhookOfSession): Promise<void> {
  const session = await findSession(tx, sessionId);
  const owners = [session?.userAddress, vendorData?.toLowerCase()].filter((owner) => owner !== undefined);
  // always in the same order, or two could wait for each other
  for (const owner of [...new Set(owners)].sort()) await lockAddress(tx, owner);
}

async function note(
  db: IdentityDb,
  { vendorData: _, ...webhook }: WebhookOfSession,
  result: Outcome | Refusal,
): Promise<void> {
  const outcome = result instanceof Refusal ? "refused" : result;
  await noteWebhook(db, webhook, outcome);
  log.info("identity.webhook", { kind: webhook.kind, said: webhook.said, outcome });
}
