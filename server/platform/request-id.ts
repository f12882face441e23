import { randomBytes } from "node:crypto";

/** Short enough to be read out on the phone, long enough never to meet another one in the audit log. */
export const newRequestId = (): string => `r-${randomBytes(8).toString("hex")}`;
