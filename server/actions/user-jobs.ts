"use server";

import { z } from "zod";
import { MAX_IMPORT_LENGTH } from "@/lib/domain/user-import";
import { JOB_DECISIONS, MAX_UNDO_BYTES } from "@/lib/domain/user-jobs";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { userUndoText } from "@/lib/messages/user-undo";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { startBulk } from "@/server/services/user-bulk";
import { checkImport } from "@/server/services/user-import";
import { decideUserJob, undoUserJob } from "@/server/services/user-jobs";
import { checkUndoFile } from "@/server/services/user-undo-file";

export const checkImportAction = defineAction(
  z.object({
    intentId: fields.intentId,
    text: z
      .string()
      .max(MAX_IMPORT_LENGTH, { error: () => userImportText.form.tooLarge })
      .refine((text) => text.trim() !== "", { error: () => userImportText.form.missing }),
    fileName: z.string().max(255).nullable(),
  }),
  checkImport,
);

export const checkUndoFileAction = defineAction(
  z.object({
    intentId: fields.intentId,
    file: z
      .file({ error: () => userUndoText.noFile })
      .max(MAX_UNDO_BYTES, { error: () => userUndoText.tooLarge }),
    fileName: z.string().max(255),
    created: z.enum(["archive", "delete"]),
  }),
  checkUndoFile,
);

export const startBulkAction = defineAction(
  z.object({
    intentId: fields.intentId,
    ids: z
      .array(fields.id)
      .min(1, { error: () => userJobsText.bulk.nobody })
      .max(200)
      .optional(),
    query: z
      .object({ q: z.string().max(200).optional(), filters: z.record(z.string(), z.string().max(200)) })
      .optional(),
    categoryId: z.int({ error: () => userJobsText.bulk.chooseFirst }).positive(),
    isMember: z.boolean(),
    changing: z.int().positive(),
  }),
  startBulk,
);

export const decideUserJobAction = defineAction(
  z.object({ jobId: z.uuid(), decision: z.enum(JOB_DECISIONS) }),
  decideUserJob,
);

export const undoUserJobAction = defineAction(
  z.object({ jobId: z.uuid(), created: z.enum(["archive", "delete"]) }),
  undoUserJob,
);
