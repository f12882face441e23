import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { millis, optionalLong, text } from "./values";

/** A field that the original does not know, and that therefore never makes a request bad. */
const ours = z.string().nullish().catch(null);

/** POST /authorize */
export const TextRequest = wire({
  address: text,
  /** `eip4361` for a text after that standard; the original's without it. */
  format: ours,
  /** Of an EIP-4361 text: whose page the person is on, such as `https://invest.example`. */
  origin: ours,
  /** Of an EIP-4361 text. */
  chainId: optionalLong.catch(null),
});
export type TextRequest = z.output<typeof TextRequest>;

/** POST /authorize/by-message, where the body is optional: the login has to show the same secret again. */
export const MessageRequest = z.object({ verifier: z.string().min(16).max(256).nullish() });

/** The text to sign, letter by letter. */
export const TextToSign = wire({ payload: z.string() });
export type TextToSign = z.output<typeof TextToSign>;

/** POST /authorize/jwt; 132 characters are a key's signature, everything else is a contract's. */
export const Login = wire({ address: text, signedPayload: text, chainId: optionalLong });
export type Login = z.output<typeof Login>;

/** POST /authorize/jwt/by-message */
export const MessageLogin = wire({
  address: text,
  messageToSign: text,
  signedPayload: text,
  /** The secret that the text was asked for with. */
  verifier: ours,
});
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
