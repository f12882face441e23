import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { LANGUAGE_COOKIE, parseLanguage } from "@/lib/language";
import { type Language, speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";

/**
 * From now on every answer of this process is in the language that its request's cookie names. What no person asked
 * for (the worker's records, e-mail) stays English.
 */
export function speakTheirLanguages() {
  const asked = new AsyncLocalStorage<Language>();
  speech.dictionaries = { de: german };
  speech.language = () => asked.getStore() ?? "en";
  // Node tells of a request before anybody hears of it; what is entered here holds for all that answers it.
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    asked.enterWith(parseLanguage(cookieOf(request.headers.cookie)));
  });
}

const cookieOf = (header: string | undefined): string | undefined =>
  header
    ?.split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === LANGUAGE_COOKIE)?.[1];
