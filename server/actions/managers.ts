"use server";

import { z } from "zod";
import { MAX_PASSWORD } from "@/lib/domain/managers";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import {
  changeManagerPassword,
  createManager,
  revokeManager,
  setManagerAsset,
  setManagerLock,
  showManagerToken,
} from "@/server/services/managers";

const managerId = fields.id;
// A password may begin or end with a space.
const password = z
  .string()
  .min(1, { error: () => errorsText.enterPassword })
  .max(MAX_PASSWORD, { error: () => errorsText.tooLong });

export const createManagerAction = defineAction(
  z.object({
    intentId: fields.intentId,
    username: z
      .string()
      .trim()
      .min(1, { error: () => errorsText.enterUsername })
      .max(150, { error: () => errorsText.tooLong }),
    password,
  }),
  createManager,
);

export const setManagerLockAction = defineAction(
  z.object({ managerId, isLocked: z.boolean() }),
  setManagerLock,
);

export const setManagerAssetAction = defineAction(
  z.object({ managerId, assetUuid: fields.assetUuid, isGranted: z.boolean() }),
  setManagerAsset,
);

export const showManagerTokenAction = defineAction(z.object({ managerId, password }), showManagerToken);

export const changeManagerPasswordAction = defineAction(
  z.object({ managerId, password }),
  changeManagerPassword,
);

export const revokeManagerAction = defineAction(z.object({ managerId }), revokeManager);
