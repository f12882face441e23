"use server";

import { z } from "zod";
import { NOTICE_CHANNELS, NOTICE_TOPICS } from "@/lib/domain/notices";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { renewSecret, saveNotices, sendTest } from "@/server/services/notices";

export const saveNoticesAction = defineAction(
  z.object({
    isEmailOn: z.boolean(),
    emails: z.string().max(4_000, { error: () => errorsText.tooLong }),
    isWebhookOn: z.boolean(),
    webhookUrl: z
      .string()
      .trim()
      .max(2_000, { error: () => errorsText.tooLong }),
    topics: z.array(z.enum(NOTICE_TOPICS)),
    /** As this server told them. */
    shown: z.object({
      ...{ isEmailOn: z.boolean(), emails: z.array(z.string()), isWebhookOn: z.boolean() },
      ...{ webhookUrl: z.string().nullable(), topics: z.array(z.enum(NOTICE_TOPICS)) },
    }),
  }),
  saveNotices,
);

export const renewSecretAction = defineAction(z.object({}), renewSecret);

export const sendTestAction = defineAction(z.object({ channel: z.enum(NOTICE_CHANNELS) }), sendTest);
