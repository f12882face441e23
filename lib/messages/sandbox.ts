import type { AmountError } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";
import { uiText } from "./ui";

const blocks = (count: number) => countOf(count, { one: "block", other: "blocks" });

/** The sandbox's own knobs: what its tabs share, and the chain. Each other tab has a file of its own. */
export const sandboxText = catalogue("sandboxText", {
  title: "Sandbox",
  description:
    "A private world without value: AMP, a Liquid-like chain and a treasury node on one machine. Nothing done here leaves it.",
  tabs: {
    label: "Pages of the sandbox",
    chain: "Chain",
    wallets: "Investors",
    decisions: "Authorizations",
    faults: "Faults",
    switches: "Open questions",
    worlds: "Snapshots",
    calls: "Call log",
  },
  onlySandbox: "This belongs to the sandbox and is not there in a real environment. Nothing was done.",
  notConfigured:
    "The desk does not know where the sandbox's control API is. Set SANDBOX_CONTROL_URL in its configuration.",
  figures: {
    height: "Block height",
    rhythm: "A new block",
    mempool: "Waiting for a block",
    wallets: "Investor wallets",
  },
  paused: "paused",
  mempoolCount: (count: number) => countOf(count, { one: "transaction", other: "transactions" }),
  networks: { liquid: "Liquid", testnet: "Liquid testnet", regtest: "Elements regtest" } as Record<
    string,
    string
  >,
  chain: {
    title: "Chain",
    network: "Network",
    tip: "Newest block",
    blockHash: "block hash",
  },
  mine: {
    title: "Blocks",
    description:
      "Waiting transactions get into the next block, and everything before it gets one more confirmation. An issued asset can be authorised after three, a distribution is complete after two.",
    button: (count: number) => `Mine ${blocks(count)}`,
    done: (count: number, height: string) => `${blocks(count)} mined. The chain stands at ${height}.`,
  },
  interval: {
    label: "A new block",
    hint: "How often the sandbox makes a block by itself. Liquid's rhythm is one a minute.",
    every: (seconds: number) =>
      seconds === 0 ? "only on demand" : `every ${countOf(seconds, { one: "second", other: "seconds" })}`,
    set: "Set the rhythm",
    done: (seconds: number) =>
      seconds === 0
        ? "Blocks come only when you mine them."
        : `A block comes every ${countOf(seconds, { one: "second", other: "seconds" })}.`,
  },
  pause: {
    pause: "Pause",
    resume: "Go on",
    paused: "No block comes by itself until you let it go on. Mining on demand works.",
    resumed: "Blocks come by themselves again.",
    hint: "Paused: no block comes by itself. The rhythm is remembered.",
  },
  funds: {
    title: "Wallets of the node",
    description: "The treasury pays its fees from here. L-BTC of the sandbox costs nothing.",
    button: "Fund",
    buttonFor: (wallet: string) => `Fund ${wallet}`,
    none: "The node has no wallet. Make one with createwallet.",
    dialog: (wallet: string) => `Fund ${wallet} with L-BTC`,
    hint: "Comes from nowhere and waits for the next block.",
    amount: "Amount",
    submit: "Send L-BTC",
    done: (wallet: string) => `L-BTC is on its way to ${wallet}.`,
  },
  clock: {
    title: "Clock",
    description:
      "Vesting at AMP, new blocks and unlocked wallets follow it; the desk's own pages and sessions keep the real time. Turned back, blocks keep the time of the newest one until the clock has passed it.",
    now: "It is",
    offset: "Against the real time",
    real: "real time",
    ahead: (span: string) => `${span} ahead`,
    behind: (span: string) => `${span} behind`,
    spans: {
      days: (count: number) => countOf(count, { one: "day", other: "days" }),
      hours: (count: number) => countOf(count, { one: "hour", other: "hours" }),
      minutes: (count: number) => countOf(count, { one: "minute", other: "minutes" }),
      seconds: (count: number) => countOf(count, { one: "second", other: "seconds" }),
    },
    jumps: { hour: "1 hour on", day: "1 day on", month: "30 days on" },
    back: "Back to real time",
    more: "Set it…",
    dialog: "Set the sandbox's clock",
    dialogHint: "A number below zero turns it back.",
    by: "Advance by",
    unit: "Unit",
    units: { minutes: "Minutes", hours: "Hours", days: "Days" },
    to: "Set it to",
    toHint: "In your own time zone.",
    how: "How",
    advance: "Advance it",
    set: "Set a time",
    submit: "Turn the clock",
    done: (time: string) => `The sandbox's clock stands at ${time}.`,
    enterNumber: "Enter a whole number.",
    enterTime: "Choose a day and a time.",
  },
  reorganise: {
    title: "Reorganise",
    description:
      "As on a real chain, the newest blocks can be replaced by others. Confirmations start again, and AMP's books follow.",
    button: "Reorganise…",
    dialog: "Reorganise the chain",
    consequence:
      "The newest blocks go and one more than they were comes in their place. Their transactions are mined again, or wait, or lose for good.",
    depth: "Blocks to replace",
    depthHint: "1 to 100. The first block of the chain stays.",
    after: "The transactions of those blocks",
    afterwards: {
      remine: "Mined again at once",
      remineHint: "They are in the new blocks; heights and confirmations change.",
      wait: "Left waiting",
      waitHint: "They have no confirmation until the next block.",
    },
    losers: "Which ones lose for good",
    losersHint:
      "A loser, and everything that spends from it, never confirms: another transaction pays its inputs back. AMP takes what it had booked from it back again.",
    txid: "transaction id",
    waiting: "waiting",
    onlyLbtc: "L-BTC only",
    none: "No transaction waits, and none is in the newest blocks.",
    reading: "Reading the newest transactions…",
    submit: "Reorganise",
    done: (height: string) => `The chain ends anew at ${height}.`,
    outcome: (moved: number, lost: number) =>
      lost === 0
        ? `${countOf(moved, { one: "transaction", other: "transactions" })} moved.`
        : `${countOf(moved, { one: "transaction", other: "transactions" })} moved, ${lost} of them lost for good.`,
    enterDepth: "Enter a number from 1 to 100.",
  },
  amountProblem: (problem: AmountError, precision: number): string => {
    const text = uiText.amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
  amountZero: "Enter more than nothing.",
  unexpected: (call: string) =>
    `The sandbox answered ${call} in an unexpected form. Is it of the same version as the desk?`,
  refused: (words: string) => `The sandbox refused: ${words}`,
  refusedSilently: "The sandbox refused the request.",
  unreachable:
    "The sandbox cannot be reached, or it did not answer in time. Is its process running? Read the page again before you repeat a change.",
});
