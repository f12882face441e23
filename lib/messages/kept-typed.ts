import { catalogue } from "./catalogue";

/** What was typed when the session ended, and is there again. */
export const keptTypedText = catalogue("keptTypedText", {
  back: "What you had typed is in its fields again. Nothing of it was sent.",
  inDialog: (titles: string) => `What you had typed in “${titles}” is there when you open it again.`,
});
