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
import { overtaken } from "@/lib/domain/overtaken";
import { typedList } from "@/lib/domain/typed-list";
import { AppError, refuse } from "@/lib/errors";
import { speech } from "@/lib/messages/catalogue";
import { noticesText } from "@/lib/messages/notices";
import { overtakenText } from "@/lib/messages/overtaken";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { hasMail } from "@/server/notices/email";
import { carry } from "@/server/notices/runner";
import {
  findNoticeSettings,
  noticesSavedAt,
  saveHookSecret,
  saveNoticeSettings,
} from "@/server/notices/settings-store";
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
  const [present, deliveries] = await Promise.all([
    presentSettings(actor),
    latestDeliveries(actor.workspaceId, SHOWN),
  ]);
  return { ...present, topics: noticeTopicsOf(actor.role), hasMail: hasMail(), deliveries };
}

async function presentSettings({
  workspaceId,
  role,
}: Actor): Promise<Pick<NoticesView, "settings" | "hasSecret">> {
  const stored = await findNoticeSettings(workspaceId);
  const { hasSecret, language: _, ...settings } = stored ?? { ...OFF, topics: noticeTopicsOf(role) };
  return { settings, hasSecret };
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
  shown: NoticeSettings;
}

/**
 * Replaces them whole, unless others than `shown` are saved by now.
 * @returns the settings as they are kept, and the key that webhooks are signed with, the one time it is made
 * @throws AppError INVALID_INPUT under the field that is wrong, CONFLICT with what was changed
 */
export async function saveNotices(
  actor: Actor,
  { shown, ...input }: NoticesInput,
): Promise<{ settings: NoticeSettings; secret: string | null }> {
  await authorize(actor, "notification:write");
  const seenAt = await noticesSavedAt(actor.workspaceId);
  const { settings: present, hasSecret } = await presentSettings(actor);
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
    const settings = { isEmailOn, emails, isWebhookOn, webhookUrl, topics };
    const changed = overtaken(shown, present);
    // The same ones again come after an answer that was lost.
    if (changed.length > 0 && overtaken(present, settings).length > 0) throw conflict(changed);
    const kept = { ...settings, language: speech.language() };
    if (!(await saveNoticeSettings(actor.workspaceId, kept, seenAt))) throw conflict([]);
    return { settings, secret: isWebhookOn && !hasSecret ? await makeSecret(actor) : null };
  });
}

const conflict = (changed: (keyof NoticeSettings)[]) => {
  const { form, topicsLegend, title } = noticesText;
  const labels = changed.map((field) => (field === "topics" ? topicsLegend : form[field]));
  return new AppError("CONFLICT", overtakenText.settings(labels.join(", ") || title));
};

/** Without a mail server the form shows no addresses: what is stored waits for its return. */
async function emailOf(
  { workspaceId }: Actor,
  { isEmailOn, emails: typed }: Pick<NoticesInput, "isEmailOn" | "emails">,
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
