import { createHmac } from "node:crypto";
import type { NoticeMessage } from "@/lib/domain/notices";
import type { Language } from "@/lib/messages/catalogue";
import { noticesText } from "@/lib/messages/notices";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { GuardedGetError, guardedPost } from "@/server/platform/guarded-get";
import { hookOf } from "./message";
import { NotSent } from "./not-sent";

const { problems } = noticesText;
const TIMEOUT_MS = 10_000;

/** HMAC-SHA256 in hex over timestamp, full stop and body: a receiver that looks at the time cannot be sent it again. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;

/** The operator names these places: http and private addresses are allowed there. */
const isTrusted = (url: URL): boolean => deskEnv().NOTIFY_WEBHOOK_HOSTS.includes(url.host);

/** Whether a webhook may be kept at this address; what its name resolves to is looked at on each call. */
export function isHookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isTrusted(url));
}

/** @throws NotSent unless the receiver answers 2xx */
export async function sendHook(
  message: NoticeMessage,
  { url, secret }: { url: string; secret: string },
  origin: string | null,
  language: Language,
): Promise<void> {
  const body = hookOf(message, origin, language);
  const timestamp = String(Math.floor(now().getTime() / 1_000));
  const status = await post(url, body, {
    "ampdesk-delivery": message.id,
    "ampdesk-timestamp": timestamp,
    "ampdesk-signature": signatureOf(secret, timestamp, body),
  });
  if (status >= 300 && status < 400) throw new NotSent(problems.redirect);
  if (status < 200 || status > 299) throw new NotSent(problems.status(status));
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  try {
    // What the receiver has to say beyond its status does not matter.
    const options = { timeoutMs: TIMEOUT_MS, statusOnly: true, isTrusted: isTrusted(new URL(url)), headers };
    return (await guardedPost(url, body, options)).status;
  } catch (error) {
    if (!(error instanceof GuardedGetError)) throw error;
    throw new NotSent(problems[error.problem], { cause: error });
  }
}
