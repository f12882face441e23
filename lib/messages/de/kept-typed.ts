import type { Translation } from "../catalogue";
import type { keptTypedText as english } from "../kept-typed";

/** What was typed when the session ended, and is there again. */
export const keptTypedText = {
  back: "Was Sie eingegeben hatten, steht wieder in den Feldern. Gesendet wurde davon nichts.",
  inDialog: (titles) =>
    `Was Sie in „${titles}“ eingegeben hatten, ist da, sobald Sie den Dialog wieder öffnen.`,
} satisfies Translation<typeof english>;
