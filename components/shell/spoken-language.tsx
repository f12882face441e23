"use client";

import { type ReactNode, use } from "react";
import { LoadFailed } from "@/components/ui/load-failed";
import { type Dictionary, type Language, speech } from "@/lib/messages/catalogue";

const dictionaries: Record<Exclude<Language, "en">, () => Promise<Dictionary>> = {
  de: () => import("@/lib/messages/de"),
};

const learnt = new Map<Language, Promise<boolean>>();

function wordsOf(language: Exclude<Language, "en">): Promise<boolean> {
  const words = learnt.get(language) ?? learn(language);
  learnt.set(language, words);
  return words;
}

/**
 * A page has one language as long as it is open; another choice loads it anew.
 * @returns false when the words did not come: what the browser paints is English then, and works
 */
async function learn(language: Exclude<Language, "en">): Promise<boolean> {
  const dictionary = await dictionaries[language]().catch(() => null);
  if (!dictionary) return false;
  speech.dictionaries[language] = dictionary;
  speech.language = () => language;
  return true;
}

/** Waits in the browser until the words of another language are there: what the server painted stays until then. */
export function SpokenLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const isLearnt = typeof window === "undefined" || language === "en" || use(wordsOf(language));
  // The same two places on the server: the ids of what stands below depend on them.
  return (
    <>
      {!isLearnt && <LoadFailed />}
      {children}
    </>
  );
}
