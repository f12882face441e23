"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import {
  archiveUser,
  deleteUser,
  renameUser,
  restoreUser,
  saveUserNote,
  setDefaultGaid,
} from "@/server/services/user-changes";
import { addGaid, addUser } from "@/server/services/users";

const userName = z
  .string()
  .trim()
  .min(1, { error: () => errorsText.enterName })
  .max(255, { error: () => errorsText.tooLong });
const gaid = z
  .string()
  .trim()
  .min(1, { error: () => errorsText.enterGaid })
  .max(60, { error: () => errorsText.tooLong });
const oneUser = z.object({ userId: fields.id });

export const addUserAction = defineAction(
  z.object({
    intentId: fields.intentId,
    name: userName,
    isCompany: z.boolean(),
    gaid: z
      .string()
      .trim()
      .max(60, { error: () => errorsText.tooLong }),
  }),
  addUser,
);

export const addGaidAction = defineAction(z.object({ userId: fields.id, gaid }), addGaid);

export const renameUserAction = defineAction(z.object({ userId: fields.id, name: userName }), renameUser);

export const setDefaultGaidAction = defineAction(
  z.object({
    userId: fields.id,
    gaid,
    openAssignments: z.int().nonnegative(),
    isUnseenConfirmed: z.boolean().optional(),
    isStopConfirmed: z.boolean().optional(),
  }),
  setDefaultGaid,
);

export const archiveUserAction = defineAction(oneUser, archiveUser);

export const restoreUserAction = defineAction(oneUser, restoreUser);

export const deleteUserAction = defineAction(oneUser, deleteUser);

export const saveUserNoteAction = defineAction(
  z.object({
    userId: fields.id,
    text: z
      .string()
      .trim()
      .max(10_000, { error: () => errorsText.tooLong }),
    shown: z.string(),
  }),
  saveUserNote,
);
