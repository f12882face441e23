/**
 * How figures are written, in every language: what a person reads, types into a field, compares with a node's answer
 * and finds in an export is one notation, `1,000.5`. Words alone change with the language (`speech` in catalogue.ts).
 */
export const locale = "en";

/** Written into `<html dir>`. All layout is logical (`ms-`, `text-start`), so that "rtl" needs no other change. */
export const direction: "ltr" | "rtl" = "ltr";
