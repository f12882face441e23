"use server";

import { z } from "zod";
import { requestsText } from "@/lib/messages/requests";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { answerKycAlert } from "@/server/services/request-alerts";
import { approveRequest, declineRequest } from "@/server/services/request-decisions";
import { openRequestPerson } from "@/server/services/requests";

const requestId = z.uuid();
const LONGEST_REASON = 1_000;

export const openRequestPersonAction = defineAction(z.object({ requestId }), openRequestPerson);

export const approveRequestAction = defineAction(
  z.object({
    requestId,
    categoryIds: z.array(fields.id).max(100),
    expectedUserId: fields.id.nullable(),
    isOwnerConfirmed: z.boolean().optional(),
    expectedOpenAssignments: z.int().nonnegative().optional(),
    despiteAlert: z.boolean().optional(),
  }),
  approveRequest,
);

export const declineRequestAction = defineAction(
  z.object({
    requestId,
    reason: z
      .string()
      .trim()
      .max(LONGEST_REASON, { error: () => requestsText.decline.tooLong }),
  }),
  declineRequest,
);

export const answerKycAlertAction = defineAction(
  z.object({ requestId, answer: z.enum(["remove", "keep"]) }),
  answerKycAlert,
);
