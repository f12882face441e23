import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { millis, optionalLong, text } from "./values";

/** POST /authorize */
export const TextRequest = wire({ address: text });
export type TextRequest = z.output<typeof TextRequest>;

/** The text to sign, letter by letter. */
export const TextToSign = wire({ payload: z.string() });
export type TextToSign = z.output<typeof TextToSign>;

/** POST /authorize/jwt; 132 characters are a key's signature, everything else is a contract's. */
export const Login = wire({ address: text, signedPayload: text, chainId: optionalLong });
export type Login = z.output<typeof Login>;

/** POST /authorize/jwt/by-message */
export const MessageLogin = wire({ address: text, messageToSign: text, signedPayload: text });
export type MessageLogin = z.output<typeof MessageLogin>;

/** POST /authorize/refresh */
export const Refresh = wire({ refreshToken: text });
export type Refresh = z.output<typeof Refresh>;

/** Both lifetimes are milliseconds from now. */
export const Tokens = wire({
  accessToken: z.string(),
  expiresIn: millis,
  refreshToken: z.string(),
  refreshTokenExpiresIn: millis,
});
export type Tokens = z.output<typeof Tokens>;
