import type { Translation } from "../catalogue";
import type { toastsText as english } from "../toasts";

/** What a screen reader says of the toasts, in German. */
export const toastsText = {
  list: "Meldungen",
  close: "Meldung schließen",
} satisfies Translation<typeof english>;
