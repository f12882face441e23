/** The language of every text and the order of every figure on screen. */
export const locale = "en";

/** Written into `<html dir>`. All layout is logical (`ms-`, `text-start`), so that "rtl" needs no other change. */
export const direction: "ltr" | "rtl" = "ltr";
