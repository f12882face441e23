import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { LANGUAGE_COOKIE, parseLanguage } from "@/lib/language";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { spokenNow } from "./stored-words";

/**
 * From now on every answer of this process is in the language that its request's cookie names. What no person asked
 * for is in English, or said in the language of whoever reads it (`stored-words.ts`).
 */
export function speakTheirLanguages() {
  speech.dictionaries = { de: german };
  // Node tells of a request before anybody hears of it; what is entered here holds for all that answers it.
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    spokenNow.enterWith(parseLanguage(cookieOf(request.headers.cookie)));
  });
}

const cookieOf = (header: string | undefined): string | undefined =>
  header
    ?.split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === LANGUAGE_COOKIE)?.[1];
