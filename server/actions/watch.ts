"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { acknowledge, lookAtTreasury } from "@/server/services/watch";

export const lookAtTreasuryAction = defineAction(z.object({}), lookAtTreasury);

export const acknowledgeAlertAction = defineAction(
  z.object({ alertId: z.uuid(), reason: z.string().max(1_000) }),
  acknowledge,
);
