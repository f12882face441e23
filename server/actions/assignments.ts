"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { deleteAssignment, setAssignmentLock } from "@/server/services/assignment-changes";
import { createAssignment } from "@/server/services/assignments";

const one = { assetUuid: fields.assetUuid, assignmentId: fields.id };

export const createAssignmentAction = defineAction(
  z.object({
    intentId: fields.intentId,
    assetUuid: fields.assetUuid,
    registeredUser: z
      .int({ error: () => errorsText.chooseUser })
      .positive({ error: () => errorsText.chooseUser }),
    amount: z
      .string()
      .trim()
      .min(1, { error: () => errorsText.enterAmount })
      .max(40, { error: () => errorsText.tooLong }),
    isReady: z.boolean(),
    vestsAt: z.date().nullable(),
  }),
  createAssignment,
);

export const setAssignmentLockAction = defineAction(
  z.object({ ...one, isLocked: z.boolean() }),
  setAssignmentLock,
);

export const deleteAssignmentAction = defineAction(z.object(one), deleteAssignment);
