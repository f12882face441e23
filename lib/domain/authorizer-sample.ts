/** What a sample request asks an issuer's endpoint about. */
export const SAMPLE_KINDS = ["transfer", "categories-refuse", "plain-address", "bad-signature"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** Kinds that a careful endpoint rejects, whatever its rules are. */
export const isToBeRejected = (kind: SampleKind): boolean =>
  kind === "plain-address" || kind === "bad-signature";

export interface SampleParty {
  gaid: string | null;
  registeredUser: number | null;
}

/** Of nobody: well-formed GAIDs that stand in AMP's documentation. */
export const SAMPLE_GAIDS = {
  from: "GA2pcpx9Yw1cDMGiSENKd81TiqD3DN",
  to: "GA2nbvvbayNahDUB7MBpam5jCnfETJ",
} as const;

const HELD_SATS = 18n;
const SENT_SATS = 1n;
/** A transaction with neither inputs nor outputs, in Elements' form: nothing could be broadcast. */
const EMPTY_TX = "0200000000000000000000";

/** A message as AMP would send it: one unit to the receiver, the rest back to the sender. */
export function sampleMessage(input: {
  uuid: string;
  assetId: string;
  kind: SampleKind;
  from: SampleParty;
  to: SampleParty;
}) {
  const row = (amount: bigint, { gaid, registeredUser }: SampleParty) => ({
    amount,
    gaid,
    isTreasury: false,
    registeredUser,
    investor: registeredUser,
  });
  const { uuid, assetId, kind, from } = input;
  const to = kind === "plain-address" ? { gaid: null, registeredUser: null } : input.to;
  return {
    request: {
      uuid,
      assetId,
      txHex: EMPTY_TX,
      inputs: [{ vin: 0, ...row(HELD_SATS, from) }],
      outputs: [
        { vout: 0, ...row(SENT_SATS, to) },
        { vout: 1, ...row(HELD_SATS - SENT_SATS, from) },
      ],
    },
    serverResult: kind !== "categories-refuse",
  };
}

/** `unusable`: AMP would take it for a no. */
export type SampleVerdict = "approved" | "rejected" | "unusable";

export interface SampleResult {
  kind: SampleKind;
  url: string;
  verdict: SampleVerdict;
  /** The endpoint's own words, or what went wrong with it. */
  reason: string;
  /** null without an answer. */
  status: number | null;
  durationMs: number;
  /** The answer as it came, cut to a readable length; null without one. */
  answer: string | null;
  /** Against which the signature is checked; of AMP's service key in the sandbox, of a key of this desk elsewhere. */
  signer: { address: string; isAmp: boolean };
  sentAt: Date;
}

/** What AMP makes of an answer: any 2xx whose body says `{"result": true}` is a yes, everything else a no. */
export function readVerdict(status: number, body: string): { verdict: SampleVerdict; error: string } {
  if (status < 200 || status > 299) return { verdict: "unusable", error: "" };
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { verdict: "unusable", error: "" };
  }
  const { result, error } = (json ?? {}) as { result?: unknown; error?: unknown };
  const words = typeof error === "string" ? error.slice(0, 500) : "";
  if (typeof result !== "boolean") return { verdict: "unusable", error: words };
  return { verdict: result ? "approved" : "rejected", error: words };
}
