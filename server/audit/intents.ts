import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { decodeJson, encodeJson } from "@/lib/json";
import { errorsText } from "@/lib/messages/errors";
import { db } from "@/server/db/client";
import { intents } from "@/server/db/schema/audit";
import { now } from "@/server/platform/clock";

/**
 * Carries an intention out once. The id is made with the form: a double click, a second tab that shows the same
 * form, or a repeat after a lost answer meets the first run instead of starting another.
 * A run that ended in a refusal, or in a read without an answer, frees the id, because nothing happened; one whose
 * end nobody saw keeps it. So `work` reads before it changes something, not afterwards.
 */
export async function once<T>(
  intent: { id: string; workspaceId: string; action: string; input: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const inputHash = createHash("sha256").update(encodeJson(intent.input)).digest("hex");
  const [started] = await db()
    .insert(intents)
    .values({
      id: intent.id,
      workspaceId: intent.workspaceId,
      action: intent.action,
      inputHash,
      state: "running",
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning();
  if (!started) return meetFirstRun<T>(intent, inputHash);
  try {
    const result = await work();
    await finish(intent.id, "done", { value: result });
    return result;
  } catch (error) {
    if (isCertainlyUndone(error)) await db().delete(intents).where(eq(intents.id, intent.id));
    else await finish(intent.id, "unknown", {});
    throw error;
  }
}

const isCertainlyUndone = (error: unknown) =>
  error instanceof AppError &&
  (error.retryable || (error.code !== "UNAVAILABLE" && error.code !== "INTERNAL"));

async function finish(id: string, state: "done" | "unknown", result: { value?: unknown }): Promise<void> {
  await db()
    .update(intents)
    .set({ state, result: encodeJson(result), finishedAt: now() })
    .where(eq(intents.id, id));
}

async function meetFirstRun<T>(
  intent: { id: string; workspaceId: string; action: string },
  inputHash: string,
): Promise<T> {
  for (let round = 0; round < 100; round++) {
    const [first] = await db()
      .select()
      .from(intents)
      .where(
        and(
          eq(intents.id, intent.id),
          eq(intents.workspaceId, intent.workspaceId),
          eq(intents.action, intent.action),
        ),
      );
    if (!first) {
      throw new AppError("CONFLICT", errorsText.firstRefused);
    }
    if (first.inputHash !== inputHash) {
      throw new AppError("CONFLICT", errorsText.otherContents);
    }
    if (first.state === "done") return (decodeJson(String(first.result)) as { value: T }).value;
    if (first.state === "unknown") {
      throw new AppError("CONFLICT", errorsText.unclearEarlier);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new AppError("CONFLICT", errorsText.stillRunning);
}
