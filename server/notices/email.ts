import { createTransport } from "nodemailer";
import type { NoticeMessage } from "@/lib/domain/notices";
import type { Language } from "@/lib/messages/catalogue";
import { noticesText } from "@/lib/messages/notices";
import { deskEnv } from "@/server/platform/env";
import { mailOf } from "./message";
import { NotSent } from "./not-sent";

const { problems } = noticesText;
const TIMEOUT_MS = 15_000;

export const hasMail = (): boolean => {
  const { SMTP_URL, SMTP_FROM } = deskEnv();
  return SMTP_URL !== undefined && SMTP_FROM !== undefined;
};

/**
 * One message to all addresses. A second try carries the same Message-ID, by which mail programs know it again.
 * @returns what is to be said although it was sent, or null
 * @throws NotSent
 */
export async function sendMail(
  message: NoticeMessage,
  to: string[],
  origin: string | null,
  language: Language,
): Promise<string | null> {
  const { SMTP_URL, SMTP_FROM } = deskEnv();
  if (!SMTP_URL || !SMTP_FROM) throw new NotSent(problems.noMail);
  const transport = createTransport(transportOf(new URL(SMTP_URL)));
  const host = origin ? new URL(origin).hostname : "ampdesk";
  try {
    const { rejected } = await transport.sendMail({
      from: SMTP_FROM,
      to,
      messageId: `<${message.id}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
      ...mailOf(message, origin, language),
    });
    return rejected.length > 0 ? problems.someRefused(rejected.length) : null;
  } catch (error) {
    throw new NotSent(wordsOf(error), { cause: error });
  } finally {
    transport.close();
  }
}

/** `smtps:` speaks TLS from the first byte; `smtp:` turns to it when offered, and must before it shows a password. */
function transportOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === "smtps:";
  const hasUser = username !== "";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: hasUser && !secure,
    ...(hasUser ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
}

/** A mail server's own text can repeat addresses, so its code alone is told. */
function wordsOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  if (code === "EAUTH") return problems.mailSignIn;
  return typeof responseCode === "number" ? problems.mailRefused(responseCode) : problems.mailAway;
}
