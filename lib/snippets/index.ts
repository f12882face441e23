import { csharp } from "./csharp";
import { curl } from "./curl";
import { go } from "./go";
import { node } from "./node";
import { python } from "./python";
import { ruby } from "./ruby";
import type { SnippetRequest } from "./snippet";

export type { SnippetRequest };

export const SNIPPET_LANGUAGES = ["curl", "python", "node", "ruby", "csharp", "go"] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

const WRITERS: Record<SnippetLanguage, (request: SnippetRequest) => string> = {
  curl,
  python,
  node,
  ruby,
  csharp,
  go,
};

/** The same request in every language. */
export const snippetsOf = (request: SnippetRequest): { language: SnippetLanguage; code: string }[] =>
  SNIPPET_LANGUAGES.map((language) => ({ language, code: WRITERS[language](request) }));
