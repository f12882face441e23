import type { NoticeMessage } from "@/lib/domain/notices";
import { formatUtc } from "@/lib/format/times";
import type { Language } from "@/lib/messages/catalogue";
import { commonText } from "@/lib/messages/common";
import { noticesText } from "@/lib/messages/notices";
import { inLanguage, said } from "@/server/platform/stored-words";

const { mail: text, environments } = noticesText;
/** Told one by one; the others are counted. */
const SHOWN = 20;

/** @param origin of the desk, without a slash at its end; null: paths alone */
export const mailOf = (message: NoticeMessage, origin: string | null, language: Language): Mail =>
  inLanguage(language, () => writeMail(said(message), origin));

interface Mail {
  subject: string;
  text: string;
}

function writeMail(message: NoticeMessage, origin: string | null): Mail {
  const { notices, environment, isTest } = message;
  const [only] = notices;
  const about = isTest ? text.test : notices.length === 1 && only ? only.title : text.many(notices.length);
  const lines = [text.environment(commonText.environmentHints[environment]), ""];
  if (isTest) lines.push(text.testText, "");
  for (const { title, detail, path, raisedAt } of notices.slice(0, SHOWN))
    lines.push(title, detail, `${origin ?? ""}${path}`, text.since(formatUtc(raisedAt)), "");
  if (notices.length > SHOWN) lines.push(text.more(notices.length - SHOWN), "");
  return { subject: text.subject(environments[environment], about), text: [...lines, text.why].join("\n") };
}

/** The body of a webhook. */
export const hookOf = (message: NoticeMessage, origin: string | null, language: Language): string =>
  inLanguage(language, () => writeHook(said(message), origin));

function writeHook(message: NoticeMessage, origin: string | null): string {
  const { id, environment, isTest, createdAt, notices } = message;
  return JSON.stringify({
    id,
    type: isTest ? "test" : "notices",
    environment,
    createdAt: createdAt.toISOString(),
    notices: notices.slice(0, SHOWN).map(({ key, topic, title, detail, path, raisedAt }) => ({
      key,
      topic,
      title,
      detail,
      url: `${origin ?? ""}${path}`,
      raisedAt: raisedAt.toISOString(),
    })),
    more: Math.max(0, notices.length - SHOWN),
  });
}
