"use client";

import { keepChoice } from "@/components/data/keep-choice";
import { LANGUAGE_COOKIE } from "@/lib/language";
import { type Language, languages, speech } from "@/lib/messages/catalogue";
import { shellText } from "@/lib/messages/shell";

/** Each by its own name: whoever looks for his language need not know the one on the page. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

/** The languages of the page, as words to press. */
export function LanguageChoice() {
  const spoken = speech.language();
  return (
    <fieldset className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      <legend className="sr-only">{shellText.language}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => chooseLanguage(language)}
          className="rounded-sm text-muted-foreground underline-offset-4 hover:text-foreground hover:underline aria-pressed:font-medium aria-pressed:text-foreground"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}

/** For this browser. The page is loaded anew in it. */
export function chooseLanguage(language: Language) {
  keepChoice(LANGUAGE_COOKIE, language);
  location.reload();
}
