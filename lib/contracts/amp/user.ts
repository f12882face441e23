import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

export const Credentials = wire({ username: z.string().min(1), password: z.string().min(1) });
export type Credentials = z.output<typeof Credentials>;

/** Opaque; stable until refreshed or until the password changes. */
export const Token = wire({ token: z.string().min(1) });
export type Token = z.output<typeof Token>;

export const PasswordChange = wire({ password: z.string().min(1) });
export type PasswordChange = z.output<typeof PasswordChange>;

/** Carries the new password in clear text: never log it. */
export const PasswordChanged = wire({ username: z.string(), password: z.string(), token: z.string().min(1) });
export type PasswordChanged = z.output<typeof PasswordChanged>;
