import { VeriffDecision } from "@/lib/contracts/identity/veriff";
import type { IdentityDb } from "../db/client";
import type { Identity } from "../service";
import { approve } from "./approve";
import { findDecision, saveDecision } from "./decision-store";
import { isOlder } from "./order";
import { revoke } from "./revoke";
import { carryOut, receive } from "./webhooks";

/**
 * POST /veriff/webhook/decision: keeps the decision; an approval links the wallet it names.
 * @throws Refusal 400 for what proves nothing, cannot be read or lacks person or document, 0301 for an unknown
 * wallet, 500 0111 for a person without names
 */
export async function takeDecision(identity: Identity, body: Uint8Array, headers: Headers): Promise<void> {
  const { said, digest } = await receive(identity, "decision", VeriffDecision, body, headers);
  const decision = said.verification;
  const { id: sessionId, status, vendorData } = decision;
  const about = { digest, sessionId, attemptId: null, said: status, vendorData };
  await carryOut(identity, { kind: "decision", ...about }, async (tx) => {
    if (await isLate(identity, tx, decision)) return "ignored";
    await saveDecision(tx, decision);
    if (status === "approved") return (await approve(identity, tx, decision)) ?? "accepted";
    if (status === "declined" && identity.fixes.approvalsEnd) await revoke(identity, tx, decision);
    return "accepted";
  });
}

async function isLate({ fixes }: Identity, tx: IdentityDb, decision: VeriffDecision): Promise<boolean> {
  if (!fixes.webhooksOnce) return false;
  const stored = await findDecision(tx, decision.id);
  return stored !== null && isOlder(decision, stored);
}
