import type { SampleKind, SampleVerdict } from "@/lib/domain/authorizer-sample";
import type { FetchProblem } from "@/lib/domain/domain-proof";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";

/** Who decides on transfers of an asset. */
export const assetRulesText = catalogue("assetRulesText", {
  title: "Rules",
  categories: {
    title: "Categories",
    lead: "A holder must have all of them to receive this asset.",
    none: "None is required: every registered user may receive it.",
    tracked:
      "This asset is issuer-tracked: AMP asks for no category, and every Managed-Assets account may hold it.",
    noEffect: "listed by AMP, without effect",
    overruled: "An endpoint is set: its answer replaces this one. It is told what the categories say.",
    members: (count: number) => (count === 1 ? "1 member" : `${groupDigits(String(count))} members`),
    change: "Change them",
  },
  tester: {
    title: "Try an endpoint",
    lead: "Sends one request in AMP's form and shows the answer. AMP is not asked, nothing moves and nothing is recorded there.",
    endpoint: "Endpoint",
    endpointHint: "It need not be in use yet.",
    kind: "What is asked",
    kinds: {
      transfer: "A transfer that AMP's own rules let pass",
      "categories-refuse": "A transfer that AMP's own rules refuse",
      "plain-address": "A transfer to a plain address of nobody",
      "bad-signature": "A transfer with a signature that does not fit",
    } satisfies Record<SampleKind, string>,
    from: "From GAID",
    to: "To GAID",
    gaidHint: "Left empty, a made-up one.",
    badGaid: "A GAID begins with GA and has 29 or 30 characters.",
    send: "Send the sample",
    result: "Answer",
    verdicts: {
      approved: "Approved",
      rejected: "Rejected",
      unusable: "No usable answer: AMP rejects",
    } satisfies Record<SampleVerdict, string>,
    dangers: {
      "plain-address":
        "It approves a plain address of nobody. AMP would count what is sent there as your treasury's, although somebody else holds the key.",
      "bad-signature":
        "It approves a request that AMP did not sign. Anybody who knows its address can ask it; check the signature against AMP's address.",
    } satisfies Partial<Record<SampleKind, string>>,
    asExpected: "As it should be: a careful endpoint rejects this one.",
    untested:
      "It gave no answer that counts, so nothing is known of how it decides this one. AMP rejects as long as that is so.",
    perhapsSignature:
      "It may have rejected the signature alone, which is this desk's and not AMP's: then nothing is known of how it decides this one. Let it accept the address of the signing key below, and try again.",
    reason: "Reason",
    noReason: "none given",
    status: "HTTP status",
    noStatus: "no answer",
    time: "Time",
    ms: (ms: number) => `${groupDigits(String(ms))} ms`,
    slow: "AMP waits about ten seconds, and a holder waits with it.",
    raw: "Answer as it came",
    noRaw: "The answer was empty.",
    url: "Asked",
    signer: "Signed for",
    signerLabel: "address of the signing key",
    signedByAmp: "By the sandbox's AMP, as it signs every request.",
    signedByDesk:
      "By a key of this workspace: AMP's own is AMP's alone. An endpoint that knows AMP's address only rejects it, and that is right; let it accept this address too while you try it.",
    problems: {
      "unknown-host": "The name leads nowhere.",
      "private-address":
        "It leads into a private network, or not over https. This desk asks public addresses alone.",
      refused: "Nobody answers there.",
      certificate: "Its certificate is not valid.",
      timeout: "It did not answer within ten seconds.",
      "too-large": "It answered at too great length.",
      failed: "It could not be reached.",
    } satisfies Record<FetchProblem, string>,
  },
  decisions: {
    title: "What AMP decided",
    lead: "The sandbox keeps each transfer between holders, with the rules it looked at.",
    caption: "The latest decisions about this asset, newest first",
    none: "No holder has tried to move this asset yet.",
    all: "All decisions about this asset",
  },
});
