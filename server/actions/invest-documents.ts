"use server";

import { z } from "zod";
import { MAX_DOCUMENT_BYTES } from "@/lib/domain/documents";
import { documentsText as text } from "@/lib/messages/invest-documents";
import { defineInvestorAction } from "@/server/doors/define-investor-action";
import { uploadDocument as upload } from "@/server/services/invest-documents";

export const uploadDocument = defineInvestorAction(
  z.object({
    file: z.file({ error: () => text.choose }).max(MAX_DOCUMENT_BYTES, { error: () => text.tooLarge }),
    consent: z.literal(true, { error: () => text.notUnderstood }),
  }),
  upload,
);
