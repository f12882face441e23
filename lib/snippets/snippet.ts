/** A request to be written down in a language. The token is never part of it: each snippet reads it from AMP_TOKEN. */
export interface SnippetRequest {
  method: string;
  /** Whole, in exactly the form AMP wants: a redirect would lose the header. */
  url: string;
  /** JSON, over several lines; null without a body. */
  body: string | null;
  /** What a reader must know before running it, one line. */
  warning: string | null;
}

/** A text between double quotes, as most languages write it. No URL holds what Ruby would replace. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Comment lines before the code. */
export const comment = (mark: string, text: string | null): string[] =>
  text === null ? [] : [`${mark} ${text}`];
