import type { EndpointName } from "@/lib/contracts/amp/endpoints";

/** What people read about one endpoint; Markdown. */
export interface EndpointText {
  /** A few words, without a full stop. */
  summary: string;
  text: string;
  /** What has cost somebody an afternoon. */
  traps?: readonly string[];
  /** What no source about the real service settles, and what the sandbox does. */
  open?: readonly string[];
  /** Bodies of 400 by what is wrong. */
  refusals?: Readonly<Record<string, object>>;
}

export type EndpointTexts = { readonly [K in EndpointName]?: EndpointText };

/** A body of 400 by which a rule of the business says no. */
export const no = (text: string): object => ({ Error: text });
