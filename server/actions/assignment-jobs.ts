"use server";

import { z } from "zod";
import { MAX_LIMIT } from "@/lib/contracts/list";
import { MASS_CHANGES, SELECTION_CHANGES } from "@/lib/domain/assignment";
import { ASSIGNMENT_JOB_DECISIONS } from "@/lib/domain/assignment-jobs";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { decideAssignmentJob, startAssignmentJob } from "@/server/services/assignment-jobs";

const LONGEST_TEXT = 200;
const text = z.string().max(LONGEST_TEXT);

export const startAssignmentJobAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    meant: z.union([
      z.strictObject({
        change: z.enum(SELECTION_CHANGES),
        // As many as a page has.
        ids: z
          .array(fields.id)
          .min(1)
          .max(MAX_LIMIT)
          .refine((ids) => new Set(ids).size === ids.length),
      }),
      z.strictObject({
        change: z.enum(MASS_CHANGES),
        query: z.object({ q: text.optional(), filters: z.record(z.string(), text) }),
        digest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ]),
  }),
  startAssignmentJob,
);

export const decideAssignmentJobAction = defineAction(
  z.object({ assetUuid: fields.assetUuid, jobId: z.uuid(), decision: z.enum(ASSIGNMENT_JOB_DECISIONS) }),
  decideAssignmentJob,
);
