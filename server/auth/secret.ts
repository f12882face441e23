import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for the cookie. */
export const newSessionSecret = (): string => randomBytes(32).toString("base64url");

/** What the table stores: a reader of the database cannot sign in with it. */
export const hashSessionSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
