import { randomBytes } from "node:crypto";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type Delivery,
  isEmail,
  isOn,
  MAX_EMAILS,
  type NoticeChannel,
  type NoticeSettings,
  type NoticesView,
  noticeTopicsOf,
} from "@/lib/domain/notices";
import { typedList } from "@/lib/domain/typed-list";
import { AppError, refuse } from "@/lib/errors";
import { speech } from "@/lib/messages/catalogue";
import { noticesText } from "@/lib/messages/notices";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { hasMail } from "@/server/notices/email";
import { carry } from "@/server/notices/runner";
import { findNoticeSettings, saveHookSecret, saveNoticeSettings } from "@/server/notices/settings-store";
import { countTestsSince, insertTest, latestDeliveries } from "@/server/notices/store";
import { isHookUrl } from "@/server/notices/webhook";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";

const SHOWN = 10;
const TESTS = 5;
const TESTS_MS = 10 * 60_000;
const { errors, test } = noticesText;
const OFF = {
  ...{ isEmailOn: false, emails: [], isWebhookOn: false, webhookUrl: null, hasSecret: false },
  language: "en" as const,
};

export async function readNotices(actor: Actor): Promise<NoticesView> {
  await authorize(actor, "notification:write");
  const [stored, deliveries] = await Promise.all([
    findNoticeSettings(actor.workspaceId),
    latestDeliveries(actor.workspaceId, SHOWN),
  ]);
  const topics = noticeTopicsOf(actor.role);
  const { hasSecret, language: _, ...settings } = stored ?? { ...OFF, topics };
  return { settings, topics, hasSecret, hasMail: hasMail(), deliveries };
}

/** Every message that is still kept, newest first. */
export async function listDeliveries(
  actor: Actor,
  { cursor, limit }: Pick<ListQuery, "cursor" | "limit">,
): Promise<ListPage<NoticesView["deliveries"][number]>> {
  await authorize(actor, "notification:write");
  const place = readCursor(cursor, ["bigint", "string"]);
  const behind = place && { createdAt: new Date(Number(place[0])), id: place[1] };
  const found = await latestDeliveries(actor.workspaceId, limit + 1, behind);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    nextCursor:
      found.length > limit && last ? printCursor([BigInt(last.createdAt.getTime()), last.id]) : null,
    total: null,
    freshness: { asOf: now(), source: "mirror" },
  };
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
  const { isEmailOn, emails } = await emailOf(actor, input);
  const webhookUrl = input.webhookUrl || null;
  refuse("webhookUrl", webhookUrl !== null && !isHookUrl(webhookUrl), errors.webhookUrl);
  refuse("webhookUrl", input.isWebhookOn && webhookUrl === null, errors.webhookUrl);
  const { isWebhookOn } = input;
  const mayTell = noticeTopicsOf(actor.role);
  const topics = input.topics.filter((topic) => mayTell.includes(topic));
  refuse("topics", topics.length === 0, errors.topics);
  const detail = { email: isEmailOn, addresses: emails.length, webhook: isWebhookOn, topics };
  return audited(actor, { action: "notification.settings-saved", detail }, async () => {
    const language = speech.language();
    await saveNoticeSettings(actor.workspaceId, {
      ...input,
      isEmailOn,
      emails,
      webhookUrl,
      topics,
      language,
    });
    const stored = await findNoticeSettings(actor.workspaceId);
    return { secret: isWebhookOn && !stored?.hasSecret ? await makeSecret(actor) : null };
  });
}

/** Without a mail server the form shows no addresses: what is stored waits for its return. */
async function emailOf(
  { workspaceId }: Actor,
  { isEmailOn, emails: typed }: NoticesInput,
): Promise<Pick<NoticeSettings, "isEmailOn" | "emails">> {
  refuse("isEmailOn", isEmailOn && !hasMail(), noticesText.form.noMail);
  if (!hasMail()) return (await findNoticeSettings(workspaceId)) ?? OFF;
  const emails = typedList(typed);
  const wrong = emails.find((email) => !isEmail(email));
  refuse("emails", wrong !== undefined, errors.emails(wrong ?? ""));
  refuse("emails", emails.length > MAX_EMAILS, errors.tooManyEmails(MAX_EMAILS));
  refuse("emails", isEmailOn && emails.length === 0, errors.noEmails);
  return { isEmailOn, emails };
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
  if (!settings || !isOn(settings, channel)) throw new AppError("CONFLICT", test.notSaved);
  if ((await countTestsSince(workspaceId, new Date(now().getTime() - TESTS_MS))) >= TESTS)
    throw new AppError("CONFLICT", test.tooMany);
  return audited(actor, { action: "notification.tested", detail: { channel } }, async () =>
    said(
      await carry(
        { workspaceId, environment: actor.environment, settings },
        await insertTest(workspaceId, channel),
      ),
    ),
  );
}
