"use server";

import { z } from "zod";
import { MAX_AMOUNT_SATS } from "@/lib/contracts/amp/assets";
import { BATCH_DECISIONS } from "@/lib/domain/assignment-batch";
import { GRID_PART, MAX_GRID_ROWS } from "@/lib/domain/assignment-grid";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { lookUpAssignees } from "@/server/services/assignees";
import { decideBatch, startBatch } from "@/server/services/assignment-batches";
import { editAssignment } from "@/server/services/assignment-edits";

const LONGEST_TEXT = 300;

const vestsAt = z.date().nullable();
/** Later parts of a long file were stored under ids without a UUID's version. */
const batch = { assetUuid: fields.assetUuid, batchId: z.guid() };

/** Reads, but the list of texts is too long for an address. */
export const lookUpAssigneesAction = defineAction(
  z.object({
    assetUuid: fields.assetUuid,
    texts: z.array(z.string().trim().min(1).max(LONGEST_TEXT)).max(GRID_PART),
  }),
  lookUpAssignees,
);

export const startBatchAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    rows: z
      .array(
        z.object({
          registeredUser: fields.id,
          amountSats: z.bigint().min(1n).max(MAX_AMOUNT_SATS),
          isReady: z.boolean(),
          vestsAt,
        }),
      )
      .min(1)
      .max(MAX_GRID_ROWS),
  }),
  startBatch,
);

export const decideBatchAction = defineAction(
  z.object({ ...batch, decision: z.enum(BATCH_DECISIONS) }),
  decideBatch,
);

export const editAssignmentAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    assignmentId: fields.id,
    amount: z
      .string()
      .trim()
      .min(1, { error: () => errorsText.enterAmount })
      .max(40, { error: () => errorsText.tooLong }),
    isReady: z.boolean(),
    wasReady: z.boolean(),
    vestsAt,
  }),
  editAssignment,
);
