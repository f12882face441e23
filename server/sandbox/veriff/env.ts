export interface VeriffKeys {
  apiKey: string;
  /** The secret that both sides sign with. */
  privateKey: string;
}

/** How the stand-in for Veriff is set up, as a customer would do in Veriff's own pages. */
export interface VeriffEnv extends VeriffKeys {
  /** Without a trailing slash; `/event` and `/decision` are put behind it. */
  webhookUrl: string;
  /** Where people go afterwards when a session names nothing. */
  callbackUrl?: string;
  /** Between two attempts of a webhook, doubled each time up to a minute; absent: 2 s. */
  retryMs?: number;
}
