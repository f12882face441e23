"use server";

import { z } from "zod";
import { LONGEST_VIEW_NAME } from "@/lib/domain/saved-views";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { removeView, renameView, saveView } from "@/server/services/saved-views";

const id = z.uuid();
const name = z
  .string()
  // PostgreSQL keeps no text with a zero byte.
  .overwrite((text) => text.replaceAll("\0", ""))
  .trim()
  .min(1, { error: () => errorsText.enterName })
  .max(LONGEST_VIEW_NAME, { error: () => errorsText.tooLong });

export const saveViewAction = defineAction(z.object({ name, href: z.string().max(2_000) }), saveView);

export const renameViewAction = defineAction(z.object({ id, name }), renameView);

export const removeViewAction = defineAction(z.object({ id }), removeView);
