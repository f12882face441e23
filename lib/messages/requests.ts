import type { RequestChain } from "@/lib/domain/request-chains";
import type { ApprovalStepName, KycAlertKind, RequestState } from "@/lib/domain/requests";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Investors' requests to be accepted, on the issuer's side. */
export const requestsText = catalogue("requestsText", {
  title: "Requests",
  one: "Request",
  description: "People who came by your portal link, proved who they are and ask to be accepted.",
  search: "Wallet, GAID or request",
  caption: "Requests of investors",
  empty: {
    title: "No request yet",
    text: "Give your portal link to investors. Once somebody has proved who they are and named their GAID, their request stands here.",
    toSettings: "Set up the portal link",
    filtered: "No request matches the search and filters.",
  },
  notNamed: {
    title: "No issuer has handed you its requests",
    text: "Investors' requests are the issuer's. Once the issuer names your account in its portal settings, they stand here.",
  },
  columns: {
    request: "Request",
    wallet: "Wallet",
    gaid: "GAID",
    kyc: "Identity",
    state: "State",
    created: "Received",
    issuer: "Issuer",
  },
  states: {
    open: "Open",
    approving: "Being approved",
    approved: "Approved",
    declined: "Declined",
    withdrawn: "Withdrawn",
  } satisfies Record<RequestState, string>,
  filters: { state: "State", kyc: "Identity" },
  kycFilters: { alert: "Needs another look", risk: "With risk labels" },
  sorts: {
    "-created": "Newest first",
    created: "Oldest first",
    "-decided": "Decided last",
    decided: "Decided first",
  },
  wallet: "wallet",
  gaid: "GAID",
  shortId: (id: string) => `#${id.slice(0, 8)}`,
  notHere: "This request does not exist here.",
  kyc: {
    title: "Identity",
    completed: "Verified",
    verifiedToday: "Verified today",
    verifiedDays: (days: number) => countOf(days, { one: "day ago", other: "days ago" }),
    verified: (age: string) => `Verified ${age}`,
    notTold: "The identity service does not say when.",
    validUntil: "Document valid until",
    noEnd: "No end is known",
    riskLabels: "Risk labels",
    noRisk: "None",
    risk: (count: number) => countOf(count, { one: "risk label", other: "risk labels" }),
    label: (label: string, category: string) => `${label} (${category})`,
    riskHint: "From the verification. The investor is told only that a person looks at the case.",
    atRequest: "From the verification. It is looked at again every hour.",
    checked: "Last answer of the identity service",
    stale: "Not checked lately",
    staleSince: "Not checked since",
    staleText:
      "The identity service could not be asked: the investor has signed out, and the desk has no operator's token. Whether the identity still holds is not known.",
  },
  person: {
    title: "Person",
    name: "Name given",
    verifiedName: "Verified name",
    unconfirmed: "Name not confirmed",
    email: "E-mail",
    kind: "Kind",
    kinds: { person: "Person", company: "Company" },
    masked: "Masked until somebody opens it. Each opening is written into the audit log.",
    open: "Show who it is",
    opened: "Shown. The opening stands in the audit log.",
    noEmail: "None given",
  },
  proofs: {
    title: "Wallet and GAID",
    wallet: "Wallet",
    chain: "Signed in on chain",
    gaid: "GAID",
    check: "Check by AMP",
    valid: "AMP knows this GAID",
    invalid: "AMP does not know this GAID",
    checkedAt: "Known to AMP when it was bound",
    boundAt: "Bound to the wallet",
    text: "Signed text",
    signature: "Signature",
    show: "Text and signature of the wallet",
    sameGaid: (count: number) =>
      `${countOf(count, { one: "other request names", other: "other requests name" })} the same GAID with another wallet`,
    sameGaidText: "One GAID belongs to one person. Ask whose it is before you approve.",
  },
  approval: {
    title: "Approval",
    intro: "What an approval does at AMP. Nothing is changed until you approve.",
    found: (name: string, id: number) => `Uses the registered user ${name}, no. ${id}, who has this GAID.`,
    foundByWallet: (name: string, id: number) =>
      `Uses the registered user ${name}, no. ${id}, whom an earlier approval of this wallet led to, and adds the GAID.`,
    foundByMarker: (name: string, id: number) =>
      `Uses the registered user ${name}, no. ${id}, whom an earlier attempt of this approval made.`,
    creates: "Makes a registered user with the person's name and this GAID.",
    changesDefault: (gaid: string) =>
      `Makes this GAID the default in place of ${gaid}. Distributions go to the new one.`,
    openAssignments: (count: number) =>
      `${countOf(count, { one: "open assignment", other: "open assignments" })} of this user would go to the new default GAID.`,
    openAssignmentsText:
      "An assignment goes to the wallet that is the default when its distribution begins. If they are meant for the wallet that is the default now, distribute or delete them before you approve.",
    confirmMoves: "They shall go to the new default GAID.",
    otherAssignments:
      "The user's open assignments, which would go to the new default GAID, are not those that were confirmed. Look at them again before you approve.",
    stopsDistribution:
      "A distribution under way still has to pay this user at the present default GAID, and would stop. Nothing more was changed. Approve again when it has ended.",
    keepsDefault: "The GAID is the user's default already.",
    categories: "Categories",
    categoriesHint: "The person is added to those you tick. Those the user has already stay.",
    noCategories: "There is no category. The person is registered without one.",
    hasAlready: "has it already",
    assets: "May receive afterwards",
    noAssets: "There is no asset yet.",
    eligible: "Eligible",
    unrestricted: "Not restricted",
    lacks: (names: string) => `Lacks ${names}`,
    locked: "Eligible, but the asset is locked",
    unauthorized: "Eligible once the asset is authorised",
    unreadable:
      "AMP does not answer, so what an approval would do is not known. It is looked up again by itself.",
    claimed: (name: string, id: number) => `${name}, no. ${id}, is known to AMP without this wallet`,
    claimedText:
      "Anybody can name a GAID. After the approval this wallet is shown what the user has. Ask the person in another way whether the GAID is theirs.",
    confirmOwner: "I have made sure that this GAID belongs to this person.",
    doubtTitle: "Approve although the identity is in doubt?",
    doubtConsequence: (doubt: string, consequence: string) => `${doubt} ${consequence}`,
    confirmDoubt: "Approve all the same",
    doubts: {
      expired: "The identity document is no longer valid. Reload the page and look again before you approve.",
      revoked: "The identity was taken back. Reload the page and look again before you approve.",
      missing:
        "The identity service knows of no valid identification any more. Reload the page and look again before you approve.",
      unchecked:
        "Nobody has answered for the identity lately. Reload the page and look again before you approve.",
    } satisfies Record<KycAlertKind | "unchecked", string>,
    otherUser:
      "AMP now leads to another registered user than the one that was shown. Look again whom the approval concerns.",
    ownerUnconfirmed:
      "Another registered user has this GAID, and nobody has confirmed that it is the same person. Look again before you approve.",
    approve: "Approve",
    approveTitle: "Approve this request?",
    consequence: (categories: string) =>
      categories === ""
        ? "The person becomes a registered user with this GAID and joins no category. The investor is told that the request was approved."
        : `The person becomes a registered user with this GAID in ${categories}. The investor is told that the request was approved.`,
    consequenceForKnown: (user: { name: string; id: number }, categories: string) =>
      `The request becomes that of the registered user ${user.name}, no. ${user.id}: this wallet is shown what that user has.${categories === "" ? " No category is added." : ` The user is in ${categories} afterwards.`} The investor is told that the request was approved.`,
    confirm: "Approve request",
    done: "The approval was begun",
    again: "Try again",
    running: "AMP is being told. This page follows by itself.",
    stopped: "The approval waits for you",
    waiting: "The approval goes on by itself",
    approvedAs: "Registered user",
    notAny: "The request was decided elsewhere in the meantime.",
    notShown: "AMP took every step but does not show all of it yet. It is looked up again by itself.",
    failed: "Something unexpected went wrong. The step is tried again by itself.",
    decidedOtherwise:
      "The investor took this request back, or somebody else decides or decided it. Nothing was changed now. Reload the page to see how it stands.",
    gaidUnknown: "AMP does not know this GAID any more. Nothing was changed; ask the investor.",
    noCategory: "One of these categories does not exist any more. Nothing was changed; choose again.",
    steps: {
      find: "Registered user found",
      create: "Make the registered user",
      "add-gaid": "Add the GAID",
      "set-default": "Make it the default",
      categories: "Add to a category",
    } satisfies Record<ApprovalStepName, string>,
    category: (name: string) => `Add to ${name}`,
    begun: "asked",
    stepDone: "done",
    journal: "Steps",
  },
  chains: {
    title: "On the chain",
    description:
      "The wallet's entry in your contract, by the identity service. It holds none of your assets.",
    chain: (chainId: number) => `Chain ${chainId}`,
    states: {
      queued: "Waits for the next batch",
      sending: "Being sent",
      sent: "Sent, not yet confirmed",
      confirmed: "Confirmed",
      failed: "Failed",
      given_up: "Given up",
      expired: "Ran out of time",
      unserved: "Not served",
    } satisfies Record<NonNullable<RequestChain["state"]>, string>,
    none: "Not asked for",
    untold: "Not told",
    transaction: "transaction",
    unserved: "The identity service does not serve this chain",
    unservedText:
      "The wallet was not entered in your contract there. Have the operator of the identity service set the chain up, or take it out of the portal settings. Once it is set up, the investor can ask again in the portal.",
  },
  decision: {
    title: "Decision",
    by: "Decided by",
    at: "Decided",
    reason: "Reason given to the investor",
  },
  decline: {
    open: "Decline",
    title: "Decline this request?",
    reason: "Reason for the investor",
    reasonHint: "The investor reads these words. They may send a new request afterwards.",
    text: "Nothing is changed at AMP.",
    textStopped: "What the stopped approval has already done at AMP stays as it is.",
    submit: "Decline request",
    done: "The request is declined",
    tooShort: "Write a few words that help the investor.",
    tooLong: "Use 1,000 characters at most.",
  },
  alert: {
    titles: {
      expired: "The identity document is no longer valid",
      revoked: "The identity was taken back",
      missing: "There is no valid identification any more",
    } satisfies Record<KycAlertKind, string>,
    text: "The person was approved on the strength of it. You can take them out of the categories that the approval added: what they hold stays, but they can receive no more of the assets that require them.",
    textPending:
      "The request was sent before that. Ask the investor to be verified again before you approve.",
    remove: "Remove the categories",
    removeTitle: "Take this person out of the categories?",
    removeConsequence: (names: string) =>
      `The registered user leaves ${names}. Assets that require it can no longer be assigned or sent to them.`,
    removeNone: "The approval added no category, so nothing changes at AMP. The alert is closed.",
    removed: "The categories are removed",
    keep: "Let them stay",
    keepTitle: "Leave the categories as they are?",
    keepConsequence: "The alert is closed. You are told again if something else changes.",
    kept: "The alert is closed",
    answers: {
      removed: "The categories of the approval were removed.",
      kept: "Somebody decided to leave the categories.",
    },
    gone: "There is no open alert on this request any more. Reload the page.",
    category: (id: number) => `category ${id}`,
    overview: {
      expired: (request: string) => `Identity document of request ${request} has run out`,
      revoked: (request: string) => `Identity of request ${request} was taken back`,
      missing: (request: string) => `Person of request ${request} has no valid identification any more`,
    } satisfies Record<KycAlertKind, (request: string) => string>,
    overviewText: "The person was approved. Look whether the categories should stay.",
  },
  /** What the investor reads when a request cannot be taken. */
  inbox: {
    noIssuer: "This link leads to no issuer. Ask whoever gave it to you for a new one.",
    closed: "This issuer takes no requests at the moment. Nothing was sent.",
    alreadyOpen: "You already have an open request to this issuer. It was not sent a second time.",
    noRequest: "There is no such request of this wallet.",
    tooLate: "The issuer has already begun to decide on this request, so it cannot be withdrawn any more.",
  },
});
