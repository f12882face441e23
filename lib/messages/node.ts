import { catalogue } from "./catalogue";

/** What the treasury node's client and the pre-flight say. */
export const nodeText = catalogue("nodeText", {
  wrongCredentials:
    "The treasury node refuses the RPC user or password of the configuration. Nothing is lost: correct them, and what waits for the node goes on by itself.",
  unexpected: (method: string, where: string) =>
    `The node answered ${method} in an unexpected form (${where}).`,
  refused: (words: string) => `The treasury node refuses: ${words}`,
  boundElsewhere:
    "The configured node wallet is another one than this open operation began with. Restore the earlier address of the node, or finish the operation first.",
  unreachable:
    "The treasury node cannot be reached. Nothing is lost: what waits for it goes on by itself as soon as it answers. Look whether it runs and whether its address is right.",
  notRpc: (method: string, status: number) =>
    `The treasury node's answer to ${method} is not JSON-RPC (HTTP ${status}). Nothing is lost: what waits for it goes on by itself as soon as it answers properly. Look whether the node is in order and whether its address is right.`,
  noPubkey: "The treasury node does not tell the public key of its address.",
  notConfigured:
    "No treasury node is configured for this account. Set the node's URL and account in the desk's configuration.",
  otherWorkspace: "This node wallet already belongs to another workspace. One wallet serves one account.",
  remedies: {
    version: "Update the node: Elements Core 0.17.0.1 or newer is needed.",
    sync: "The node is still catching up with the chain. Wait until it is synchronised.",
    locked:
      "The treasury wallet is locked. Unlock it here with its passphrase, for long enough that the operation can sign.",
    fee: "The wallet has too little L-BTC for the fees. Send some to its receive address.",
    funds: "The treasury wallet holds less of the asset than this distribution pays.",
    network: (found: string, needed: string) => `The node is on ${found}, this environment needs ${needed}.`,
  },
});
