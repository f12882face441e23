"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";

import { readHistoryAgain } from "@/server/services/ownership-history";
import { refreshOwnership } from "@/server/services/ownership-now";

export const refreshOwnershipAction = defineAction(
  z.object({ assetUuid: fields.assetUuid }),
  refreshOwnership,
);

export const readHistoryAgainAction = defineAction(
  z.object({ assetUuid: fields.assetUuid }),
  readHistoryAgain,
);
