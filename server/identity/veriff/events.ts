import { VeriffEvent } from "@/lib/contracts/identity/veriff";
import type { IdentityDb } from "../db/client";
import { emptyError } from "../errors";
import type { Identity } from "../service";
import { deleteDecision } from "./decision-store";
import { findSession, setState } from "./session-store";
import { wasSubmitted } from "./webhook-store";
import { carryOut, receive } from "./webhooks";

/**
 * POST /veriff/webhook/event: a person opened the session or handed it in. A resubmission is opened anew: the
 * decision that asked for it goes, and clients wait for the next one.
 * @throws Refusal 400 for what proves nothing or cannot be read, 404 for a session that is not ours
 */
export async function takeEvent(identity: Identity, body: Uint8Array, headers: Headers): Promise<void> {
  const { said: event, digest } = await receive(identity, "event", VeriffEvent, body, headers);
  const { id: sessionId, attemptId, action, vendorData } = event;
  const webhook = { kind: "event", digest, sessionId, attemptId, said: action, vendorData } as const;
  await carryOut(identity, webhook, async (tx) => {
    if (!(await findSession(tx, sessionId))) return emptyError(404);
    if (await isLate(identity, tx, event)) return "ignored";
    await setState(tx, sessionId, action);
    const only = identity.fixes.webhooksOnce ? "resubmission_requested" : null;
    if (action === "started") await deleteDecision(tx, sessionId, only);
    return "accepted";
  });
}

/** Events carry no time: the order within an attempt is all there is to go by. */
const isLate = async (
  { fixes }: Identity,
  tx: IdentityDb,
  { id, attemptId, action }: VeriffEvent,
): Promise<boolean> => fixes.webhooksOnce && action === "started" && (await wasSubmitted(tx, id, attemptId));
