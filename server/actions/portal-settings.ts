"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { portalSettingsText } from "@/lib/messages/portal-settings";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { savePortalSettings } from "@/server/services/portal-settings";

const { errors } = portalSettingsText;

/** Settings as this server told them. */
const shown = z.object({
  ...{ slug: z.string(), issuerName: z.string(), issuerAddress: z.string(), chainIds: z.array(z.number()) },
  ...{ isOpen: z.boolean(), showsHoldings: z.boolean(), showsDistributions: z.boolean() },
  ...{ categoryIds: z.array(z.number()), managers: z.array(z.string()) },
});

export const savePortalSettingsAction = defineAction(
  z.object({
    shown: shown.nullable(),
    slug: z
      .string()
      .trim()
      .max(40, { error: () => errors.slug }),
    issuerName: z
      .string()
      .trim()
      .min(1, { error: () => errors.issuerName })
      .max(100, { error: () => errorsText.tooLong }),
    issuerAddress: z
      .string()
      .trim()
      .max(60, { error: () => errors.issuerAddress }),
    chainIds: z.array(z.int({ error: () => errors.chainIds })).max(20, { error: () => errors.chainIds }),
    categoryIds: z.array(fields.id).max(100),
    isOpen: z.boolean(),
    showsHoldings: z.boolean(),
    showsDistributions: z.boolean(),
    managers: z.array(z.string().max(150)).max(200),
  }),
  savePortalSettings,
);
