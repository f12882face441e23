import { afterEach, expect, it } from "vitest";
import { decodeJson, encodeJson } from "@/lib/json";
import { catalogue, speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { noticesText } from "@/lib/messages/notices";
import { operationsText } from "@/lib/messages/operations";
import { inLanguage, inStoredWords, said } from "./stored-words";

const { notices } = noticesText;
const before = { ...speech };
afterEach(() => Object.assign(speech, before));

const inGerman = <T>(work: () => T): T => {
  speech.dictionaries = { de: german };
  return inLanguage("de", work);
};
const stopped = () =>
  inStoredWords(() => notices.operationStopped(operationsText.of("distribution", "Alpine \u0002 Fund")));

it("keeps which text it is, and says it in the language of whoever reads it", () => {
  const stored = stopped();
  expect(said(stored)).toBe(
    notices.operationStopped(operationsText.of("distribution", "Alpine \u0002 Fund")),
  );
  expect(inGerman(() => said(stored))).toBe(
    inGerman(() => notices.operationStopped(operationsText.of("distribution", "Alpine \u0002 Fund"))),
  );
  expect(inGerman(() => said(stored))).not.toBe(said(stored));
});

it("is a text like any other: part of a sentence and of an object, compared, stored, found in another", () => {
  const [one, other] = [stopped(), inStoredWords(() => notices.operationStoppedText)];
  expect(one).toBe(stopped());
  const both = decodeJson(
    encodeJson({ message: `${one} – ${other}`, at: new Date(0), sats: 1n, rows: [one] }),
  );
  const read = () => said(both) as { message: string; at: Date; sats: bigint; rows: string[] };
  for (const words of [read(), inGerman(read)]) {
    expect(words).toMatchObject({ at: new Date(0), sats: 1n });
    expect(words.message.startsWith(words.rows[0] ?? "")).toBe(true);
  }
  expect(inGerman(read).message).toContain(inGerman(() => notices.operationStoppedText));
  expect(inStoredWords(() => said(one))).toBe(one);
});

it("leaves words as they were stored, and has English ones for a text that is gone", () => {
  const gone = catalogue("goneText", { was: (name: string) => ({ title: `It was ${name}`, rows: ["a"] }) });
  const stored = inStoredWords(() => gone.was("there"));
  expect(stored.title).not.toBe("It was there");
  expect([said(stored), inGerman(() => said(stored))]).toEqual(
    Array(2).fill({ title: "It was there", rows: ["a"] }),
  );
  expect(inGerman(() => said("Es steht so da."))).toBe("Es steht so da.");
  expect(said("\u0002{\u0003!")).toBe("!");
});

it("reads and calls a text outside of it as ever", () => {
  expect(notices.watch("Fund", "lost")).toBe("Fund: lost");
  expect(inGerman(() => notices.operationStoppedText)).not.toBe(notices.operationStoppedText);
});
