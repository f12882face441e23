import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { text } from "./values";

/** GET and PUT /user */
export const IdentityUser = wire({
  /** Lower case. */
  address: z.string(),
  email: z.string().nullable(),
  /** Always true: nothing verifies e-mails, and clients rely on it. */
  emailVerified: z.literal(true),
  kycCompleted: z.boolean(),
});
export type IdentityUser = z.output<typeof IdentityUser>;

/** PUT /user */
export const EmailChange = wire({ email: text });
export type EmailChange = z.output<typeof EmailChange>;
