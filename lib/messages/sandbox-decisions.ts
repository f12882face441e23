import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What AMP decided about transfers between investors. */
export const sandboxDecisionsText = catalogue("sandboxDecisionsText", {
  title: "Authorizations",
  caption: "Decisions about transfers, newest first",
  filterAsset: "Asset",
  columns: {
    at: "Time",
    verdict: "Verdict",
    asset: "Asset",
    parties: "From → to",
    categories: "AMP's own verdict",
    endpoint: "Issuer's endpoint",
  },
  approved: "Approved",
  refused: "Refused",
  own: { passed: "Passed", refused: "Refused", firm: "Cannot be overruled" },
  noEndpoint: "not asked",
  noAnswer: "no answer",
  answered: (status: number | null, ms: number | null) =>
    [status === null ? "no answer" : `${status}`, ms === null ? "" : `${groupDigits(String(ms))} ms`]
      .filter(Boolean)
      .join(" · "),
  treasury: "Treasury",
  address: "An address of nobody",
  toItself: "back to itself",
  more: (count: number) => `and ${count} more`,
  gaid: "GAID",
  open: "Open the decision",
  empty: {
    title: "AMP has decided nothing yet",
    text: "Each time an investor's wallet sends, AMP looks at its rules and, if the issuer set one, asks an endpoint. What it decided and why stands here. Send something under Investors.",
    filtered: "AMP decided nothing about this asset.",
    lastPage: "There is nothing older.",
  },
  key: {
    title: "AMP's service key",
    description:
      "AMP signs what it sends to an issuer's endpoint. Give this address to verifymessage of your node, with the signature and the message's canonical text.",
    address: "address of the service key",
  },
  detail: {
    title: "Decision",
    by: "From",
    asset: "Asset",
    at: "Time",
    txid: "Transaction",
    notSent: "none: nothing was sent",
    uuid: "Request",
    uuidLabel: "request UUID",
    rules: "Rules, in the order AMP looked",
    passed: "Passed",
    failed: "Refused",
    ownTexts: {
      passed: "AMP's own rules let it pass. An issuer's endpoint, where there is one, has the last word.",
      refused: "AMP's own rules refuse it. An issuer's endpoint, where there is one, has the last word.",
      firm: "A rule refused that nobody overrules, so the issuer's endpoint was not asked.",
    },
    request: "What the issuer is told",
    inputsCaption: "Inputs of the transfer",
    outputsCaption: "Outputs of the transfer",
    inputs: (count: number) => countOf(count, { one: "input", other: "inputs" }),
    outputs: (count: number) => countOf(count, { one: "output", other: "outputs" }),
    columns: { index: "Index", party: "Whose", user: "Registered user", amount: "Amount" },
    hex: "The half-signed transaction",
    hexLabel: "transaction in hex",
    endpoint: "Issuer's endpoint",
    endpointUrl: "Address",
    endpointStatus: "Status",
    endpointMs: "Time it took",
    endpointAnswer: "Answer",
    ms: (ms: number) => `${groupDigits(String(ms))} ms`,
    notAsked: "No endpoint was asked: the asset has none, or a rule refused that nobody overrules.",
  },
  rules: {
    authorization: "Asset authorised",
    lock: "Lock",
    tracking: "Followed coins",
    blacklist: "Blacklist",
    registration: "Registered user",
    categories: "Categories",
    destination: "Destination",
    endpoint: "Issuer's endpoint",
    "second look": "Second look after the answer",
  } as Record<string, string>,
});
