import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { parseFile } from "@/lib/domain/csv";
import { isNamedIn, planImport } from "@/lib/domain/user-import";
import { fieldError } from "@/lib/errors";
import { may } from "@/lib/policy";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { currentRequestId } from "@/server/platform/request-context";
import { inStoredWords, said } from "@/server/platform/stored-words";
import { insertJob } from "@/server/register/job-store";
import { allCategories } from "./categories";
import { usersAmong } from "./users";

interface ImportInput {
  intentId: string;
  /** CSV. */
  text: string;
  fileName: string | null;
}

/**
 * Stores a file's rows with what each would do, for the worker to ask AMP about their GAIDs; nothing is changed at AMP.
 * AMP: GET /registered_users/, GET /categories
 * @throws AppError INVALID_INPUT under the text's field when it is no table
 */
export async function checkImport(actor: Actor, input: ImportInput): Promise<{ jobId: string }> {
  await authorize(actor, "user:write");
  const { intentId, ...content } = input;
  return once(
    { id: intentId, workspaceId: actor.workspaceId, action: "user.import", input: content },
    async () => {
      const file = parseFile(input.text);
      const [users, categories] = await Promise.all([
        usersAmong(actor, isNamedIn(file.rows)),
        allCategories(actor),
      ]);
      const mayCategorise = may(actor.role, "category:write");
      const plan = inStoredWords(() => planImport(file, { users, categories, mayCategorise }));
      if ("problem" in plan) throw fieldError("text", said(plan.problem));
      const jobId = randomUUID();
      await insertJob(
        {
          id: jobId,
          workspaceId: actor.workspaceId,
          state: "checking",
          about: { kind: "import", fileName: input.fileName },
          requestedBy: actor.personName,
          requestId: currentRequestId(),
        },
        plan.rows,
      );
      return { jobId };
    },
  );
}
