import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { Check } from "@/lib/domain/distribution";
import { ampAssetOf, type IntentOf, type OperationKind } from "@/lib/domain/intent";
import { AppError } from "@/lib/errors";
import type { Permission } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { currentRequestId } from "@/server/platform/request-context";
import { insertOperation, linkToOpen, type Operation } from "@/server/treasury/store";

/** The SHA-256 of an intent's text, in hex: what a person sees and approves. */
export const hashOfIntent = (text: string): string => createHash("sha256").update(text).digest("hex");

interface Approvable<I> {
  intent: I;
  intentHash: string;
  checks: Check[];
}

export interface Approval<K extends OperationKind> {
  kind: K;
  permission: Permission;
  /** What the form sent. Its id is carried out once, with these contents only. */
  input: { intentId: string; assetUuid: string; intentHash: string };
  /** Forms the intent anew. */
  preview: () => Promise<Approvable<IntentOf[K]>>;
  /** For the audit log, beside the hash. Ids and amounts only. */
  detail: (intent: IntentOf[K]) => Record<string, unknown>;
  /** Where it begins, unless with its first step; asked for after the preview. */
  start?: () => Pick<Operation, "state" | "facts"> | Promise<Pick<Operation, "state" | "facts">>;
  /** In the audit log; "approved" unless told otherwise. */
  verb?: "adopted";
  /** Has the copy that the page went by read again: it is not what AMP says. */
  askAgain?: () => Promise<void>;
  /** What to say when the intent is not the one that the person saw, and when a failed check has no remedy. */
  texts: { changed: string; notReady: string };
}

/**
 * Stores an approved operation, once; the worker carries it out. The intent is formed anew and must have the hash that
 * the person saw, and every check must hold.
 * @throws AppError FORBIDDEN, CONFLICT when it changed meanwhile or the asset has an open operation, REJECTED when a
 * check fails
 */
export async function approveOperation<K extends OperationKind>(
  actor: Actor,
  { kind, permission, input, preview, detail, start, verb, askAgain, texts }: Approval<K>,
): Promise<{ operationId: string }> {
  const { intentId, ...content } = input;
  const { assetUuid, intentHash } = content;
  await authorize(actor, permission, assetUuid);
  const { workspaceId } = actor;
  return once({ id: intentId, workspaceId, action: `${kind}.start`, input: content }, async () => {
    const { intent, checks, ...fresh } = await preview();
    const failed = checks.filter(({ isOk }) => !isOk);
    const busy = failed.find(({ id }) => id === "no-open-operation");
    // Another one that is open may be why the intent changed: it is said first, with the way to it.
    if (busy)
      throw new AppError(
        "REJECTED",
        busy.remedy ?? texts.notReady,
        await linkToOpen({ workspaceId, assetUuid }),
      );
    if (fresh.intentHash !== intentHash) {
      await askAgain?.();
      throw new AppError("CONFLICT", texts.changed);
    }
    if (failed[0]) throw new AppError("REJECTED", failed[0].remedy ?? texts.notReady);
    const entry = {
      action: `${kind}.${verb ?? "approved"}`,
      ...ampAssetOf(assetUuid),
      detail: { intentHash, ...detail(intent) },
    };
    const store = async () =>
      insertOperation(
        {
          workspaceId,
          kind,
          assetUuid,
          requestedBy: actor.personName,
          requestId: currentRequestId(),
          intent,
          intentHash,
        },
        await start?.(),
      );
    const operation = await audited(actor, entry, store, ({ id }) => ({
      detail: { ...entry.detail, operation: id },
    }));
    return { operationId: operation.id };
  });
}
