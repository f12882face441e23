import { countOf } from "./plural";

const blocks = (count: number) => countOf(count, { one: "block", other: "blocks" });

/** The sandbox's own knobs. */
export const sandboxText = {
  title: "Sandbox",
  description:
    "A private world without value: AMP, a Liquid-like chain and a treasury node on one machine. Nothing done here leaves it.",
  onlySandbox: "This belongs to the sandbox and is not there in a real environment. Nothing was done.",
  notConfigured:
    "The desk does not know where the sandbox's control API is. Set SANDBOX_CONTROL_URL in its configuration.",
  figures: {
    height: "Block height",
    rhythm: "A new block",
    mempool: "Waiting for a block",
    wallets: "Investor wallets",
  },
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
    time: "Time",
    funds: (wallet: string) => `Wallet ${wallet}`,
  },
  mine: {
    title: "Mine blocks",
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
  wallets: {
    title: "Investor wallets",
    description:
      "What an investor's app would do: a new wallet with a GAID of its own. Copy the GAID into a registered user, then the user can receive assets.",
    make: "Make an investor wallet",
    fresh: "New in this visit",
    none: "No wallet was made in this visit. The ones made earlier stay in the sandbox.",
    gaid: "GAID",
    all: (count: number) => `All ${countOf(count, { one: "wallet", other: "wallets" })}`,
    done: "The wallet is open. Its GAID is ready to be copied.",
  },
  unexpected: (call: string) => `The sandbox answered ${call} in an unexpected form.`,
  refused: (words: string) => `The sandbox refused: ${words}`,
  refusedSilently: "The sandbox refused the request.",
  unreachable: "The sandbox cannot be reached. Is its process running?",
} as const;
