import type { OperationKind } from "@/lib/domain/intent";
import { watchText } from "@/lib/messages/watch";
import { type Check, stopped } from "@/server/treasury/step";
import type { Operation } from "@/server/treasury/store";
import { findBlockingAlert } from "./store";

/** What the watch says against sending anything of the operation's asset; null when nothing does. */
export async function alertAgainst({
  workspaceId,
  assetUuid,
}: Pick<Operation, "workspaceId" | "assetUuid">): Promise<string | null> {
  const alert = await findBlockingAlert(workspaceId, assetUuid);
  return alert && watchText.stops(alert.kind);
}

/**
 * The last of what must hold before an operation is told to send, because its answer is `stopped`: by then it must be
 * sure that nothing was sent. A person settles or acknowledges the alert and tries again.
 */
export const noAlert: Check<OperationKind> = async (operation) => {
  const message = await alertAgainst(operation);
  return message === null ? null : stopped(message, true);
};
