import { catalogue } from "./catalogue";

/** What a screen reader says of the toasts. */
export const toastsText = catalogue("toastsText", {
  list: "Notifications",
  close: "Close notification",
});
