import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import {
  type Delivery,
  isEmail,
  MAX_EMAILS,
  NOTICE_TOPICS,
  type NoticeChannel,
  type NoticeSettings,
  type NoticesView,
  splitEmails,
} from "@/lib/domain/notices";
import { AppError } from "@/lib/errors";
import { noticesText } from "@/lib/messages/notices";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { hasMail } from "@/server/notices/email";
import { carry } from "@/server/notices/runner";
import { findNoticeSettings, saveHookSecret, saveNoticeSettings } from "@/server/notices/settings-store";
import { countTestsSince, insertTest, latestDeliveries } from "@/server/notices/store";
import { isHookUrl } from "@/server/notices/webhook";
import { now } from "@/server/platform/clock";

const SHOWN = 10;
const TESTS = 5;
const TESTS_MS = 10 * 60_000;
const { errors, test } = noticesText;
const OFF = { isEmailOn: false, emails: [], isWebhookOn: false, webhookUrl: null, hasSecret: false };

export async function readNotices(actor: Actor): Promise<NoticesView> {
  await authorize(actor, "notification:write");
  const [stored, deliveries] = await Promise.all([
    findNoticeSettings(actor.workspaceId),
    latestDeliveries(actor.workspaceId, SHOWN),
  ]);
  const { hasSecret, ...settings } = stored ?? { ...OFF, topics: [...NOTICE_TOPICS] };
  return { settings, hasSecret, hasMail: hasMail(), deliveries };
}

export interface NoticesInput extends Omit<NoticeSettings, "emails"> {
  /** As it was typed. */
  emails: string;
}

/**
 * @returns the key that webhooks are signed with, the one time it is made
 * @throws AppError INVALID_INPUT under the field that is wrong
 */
export async function saveNotices(actor: Actor, input: NoticesInput): Promise<{ secret: string | null }> {
  await authorize(actor, "notification:write");
  const emails = splitEmails(input.emails);
  const wrong = emails.find((email) => !isEmail(email));
  refuse("emails", wrong !== undefined, errors.emails(wrong ?? ""));
  refuse("emails", emails.length > MAX_EMAILS, errors.tooManyEmails(MAX_EMAILS));
  refuse("emails", input.isEmailOn && emails.length === 0, errors.noEmails);
  refuse("isEmailOn", input.isEmailOn && !hasMail(), noticesText.form.noMail);
  const webhookUrl = input.webhookUrl || null;
  refuse("webhookUrl", webhookUrl !== null && !isHookUrl(webhookUrl), errors.webhookUrl);
  refuse("webhookUrl", input.isWebhookOn && webhookUrl === null, errors.webhookUrl);
  refuse("topics", input.topics.length === 0, errors.topics);
  const { isEmailOn, isWebhookOn, topics } = input;
  const detail = { email: isEmailOn, addresses: emails.length, webhook: isWebhookOn, topics };
  return audited(actor, { action: "notification.settings-saved", detail }, async () => {
    await saveNoticeSettings(actor.workspaceId, { ...input, emails, webhookUrl });
    const stored = await findNoticeSettings(actor.workspaceId);
    return { secret: isWebhookOn && !stored?.hasSecret ? await makeSecret(actor) : null };
  });
}

/** @throws AppError CONFLICT before the webhook was saved */
export async function renewSecret(actor: Actor): Promise<{ secret: string }> {
  await authorize(actor, "notification:write");
  if (!(await findNoticeSettings(actor.workspaceId))?.isWebhookOn)
    throw new AppError("CONFLICT", test.notSaved);
  return audited(actor, { action: "notification.secret-made" }, async () => ({
    secret: await makeSecret(actor),
  }));
}

async function makeSecret({ workspaceId }: Actor): Promise<string> {
  const secret = `whsec_${randomBytes(32).toString("base64url")}`;
  await saveHookSecret(workspaceId, secret);
  return secret;
}

/** Sends it now and once. @throws AppError CONFLICT while the channel is off, or after several tests */
export async function sendTest(actor: Actor, { channel }: { channel: NoticeChannel }): Promise<Delivery> {
  await authorize(actor, "notification:write");
  const { workspaceId } = actor;
  const settings = await findNoticeSettings(workspaceId);
  if (!(channel === "email" ? settings?.isEmailOn : settings?.isWebhookOn))
    throw new AppError("CONFLICT", test.notSaved);
  if ((await countTestsSince(workspaceId, new Date(now().getTime() - TESTS_MS))) >= TESTS)
    throw new AppError("CONFLICT", test.tooMany);
  return audited(actor, { action: "notification.tested", detail: { channel } }, async () =>
    carry(workspaceId, await insertTest(workspaceId, channel)),
  );
}

function refuse(field: keyof NoticesInput, isWrong: boolean, message: string): void {
  if (isWrong) throw new AppError("INVALID_INPUT", message, { fields: { [field]: [message] } });
}
