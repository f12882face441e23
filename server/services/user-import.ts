import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { parseFile, type ReadCsv } from "@/lib/domain/csv";
import { isNamedIn, planImport } from "@/lib/domain/user-import";
import { fieldError } from "@/lib/errors";
import { languages } from "@/lib/messages/catalogue";
import { exportsText } from "@/lib/messages/exports";
import { userImportText } from "@/lib/messages/user-import";
import { may } from "@/lib/policy";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { currentRequestId } from "@/server/platform/request-context";
import { inLanguage, inStoredWords, said } from "@/server/platform/stored-words";
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
      requireOwnEnvironment(file, actor);
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

/** In the register of another environment the same numbers mean others. */
function requireOwnEnvironment({ about }: ReadCsv, { environment }: Actor): void {
  const terms = languages.map((language) => inLanguage(language, () => exportsText.head.environment));
  const told = about.find(([term]) => terms.includes(term))?.[1];
  if (told !== undefined && told !== environment)
    throw fieldError("text", userImportText.file.otherEnvironment(told, environment));
}
