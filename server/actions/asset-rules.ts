"use server";

import { z } from "zod";
import { SAMPLE_KINDS } from "@/lib/domain/authorizer-sample";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { tryEndpoint } from "@/server/services/asset-rules";

const gaid = z.string().max(60, { error: () => errorsText.tooLong });

export const tryEndpointAction = defineAction(
  z.object({
    assetUuid: fields.assetUuid,
    endpoint: z.string().max(1_000, { error: () => errorsText.tooLong }),
    kind: z.enum(SAMPLE_KINDS),
    from: gaid,
    to: gaid,
  }),
  tryEndpoint,
);
