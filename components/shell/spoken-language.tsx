"use client";

import { type ReactNode, use } from "react";
import { type Dictionary, type Language, speech } from "@/lib/messages/catalogue";

const dictionaries: Record<Exclude<Language, "en">, () => Promise<Dictionary>> = {
  de: () => import("@/lib/messages/de"),
};

let learnt: Promise<void> | undefined;

/** A page has one language as long as it is open; another choice loads it anew. */
async function learn(language: Exclude<Language, "en">) {
  speech.dictionaries[language] = await dictionaries[language]();
  speech.language = () => language;
}

/** Waits in the browser until the words of another language are there: what the server painted stays until then. */
export function SpokenLanguage({ language, children }: { language: Language; children: ReactNode }) {
  if (typeof window !== "undefined" && language !== "en") {
    learnt ??= learn(language);
    use(learnt);
  }
  return children;
}
