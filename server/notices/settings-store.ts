import { eq, sql } from "drizzle-orm";
import type { NoticeSettings, NoticeTopic } from "@/lib/domain/notices";
import { parseLanguage } from "@/lib/language";
import type { Language } from "@/lib/messages/catalogue";
import { db } from "@/server/db/client";
import { noticeSettings } from "@/server/db/schema/notices";
import { now } from "@/server/platform/clock";
import { decryptSecret, encryptSecret } from "@/server/vault/cipher";

/** What the key of webhooks is sealed to. */
const boundTo = (workspaceId: string) => `webhook:${workspaceId}`;

export interface StoredSettings extends NoticeSettings {
  hasSecret: boolean;
  /** What messages are written in. */
  language: Language;
}

export async function findNoticeSettings(workspaceId: string): Promise<StoredSettings | null> {
  const [row] = await db().select().from(noticeSettings).where(eq(noticeSettings.workspaceId, workspaceId));
  if (!row) return null;
  const { isEmailOn, isWebhookOn, webhookUrl, emails, topics, language, webhookSecretCipher } = row;
  const parts = (text: string, by: string) => text.split(by).filter((part) => part !== "");
  return {
    isEmailOn,
    emails: parts(emails, "\n"),
    isWebhookOn,
    webhookUrl,
    topics: parts(topics, ",") as NoticeTopic[],
    hasSecret: webhookSecretCipher !== null,
    language: parseLanguage(language),
  };
}

/** When they were saved last, which tells one state of them from another; null before the first time. */
export async function noticesSavedAt(workspaceId: string): Promise<Date | null> {
  const [row] = await db()
    .select({ at: noticeSettings.savedAt })
    .from(noticeSettings)
    .where(eq(noticeSettings.workspaceId, workspaceId));
  return row?.at ?? null;
}

/**
 * Writes them over those that were saved at `seenAt`.
 * @returns false when others were saved since
 */
export async function saveNoticeSettings(
  workspaceId: string,
  settings: NoticeSettings & Pick<StoredSettings, "language">,
  seenAt: Date | null,
): Promise<boolean> {
  const values = {
    ...settings,
    emails: settings.emails.join("\n"),
    topics: settings.topics.join(","),
    savedAt: now(),
  };
  const setWhere = seenAt ? eq(noticeSettings.savedAt, seenAt) : sql`false`;
  const saved = await db()
    .insert(noticeSettings)
    .values({ workspaceId, ...values })
    .onConflictDoUpdate({ target: noticeSettings.workspaceId, set: values, setWhere })
    .returning({ workspaceId: noticeSettings.workspaceId });
  return saved.length > 0;
}

/** Of a workspace with settings. */
export async function saveHookSecret(workspaceId: string, secret: string): Promise<void> {
  await db()
    .update(noticeSettings)
    .set({ webhookSecretCipher: encryptSecret(secret, boundTo(workspaceId)) })
    .where(eq(noticeSettings.workspaceId, workspaceId));
}

/** Where webhooks go and what they are signed with; null while they are off. */
export async function readHook(workspaceId: string): Promise<{ url: string; secret: string } | null> {
  const [row] = await db().select().from(noticeSettings).where(eq(noticeSettings.workspaceId, workspaceId));
  if (!row?.isWebhookOn || !row.webhookUrl || !row.webhookSecretCipher) return null;
  return { url: row.webhookUrl, secret: decryptSecret(row.webhookSecretCipher, boundTo(workspaceId)) };
}

export const workspacesToNotify = async (): Promise<string[]> =>
  (await db().select({ id: noticeSettings.workspaceId }).from(noticeSettings)).map(({ id }) => id);
