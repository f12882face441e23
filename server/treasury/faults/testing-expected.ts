import { type EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import { ampText } from "@/lib/messages/amp";
import { byHandText } from "@/lib/messages/by-hand";
import { nodeText } from "@/lib/messages/node";
import { worksText } from "@/lib/messages/works";
import type { Call } from "./testing-calls";
import { wordsOf } from "./testing-calls";
import type { Kind } from "./testing-kinds";

/** What a person does so that an operation goes on. */
export type Act = "sign in" | "retry" | "not-sent";

/**
 * The sentence with which the operation waits after the fault; null where it goes on at once because the desk asked
 * again or found the effect itself.
 */
export function sentenceOf(call: Call, kind: Kind): string | null {
  // Looking for a payment goes on until it is certain.
  if (kind === "slow") return call.step === "look" ? worksText.unknownSend : null;
  // Whatever keeps it from looking, the payment may have been sent.
  if (call.step === "look") return worksText.unknownSend;
  // An order for elsewhere is handed out without the node, and what is not known of the wallet is said.
  if (call.step === "follow" && call.surface === "node") {
    // Whether it was paid is looked for twice, so one answer may be missing.
    return call.name === "listtransactions" && kind !== "refused" ? null : byHandText.blind;
  }
  const own = OWN_SENTENCES[wordsOf(call)];
  if (own !== undefined) return own(kind);
  return call.surface === "amp" ? sentenceOfAmp(call, kind) : sentenceOfNode(call, kind);
}

function sentenceOfAmp({ name }: Call, kind: Kind): string | null {
  if (kind === "401 in the middle") return ampText.tokenRefused;
  if (isChange(name)) return worksText.ampNoAnswer;
  // A read is asked again at once; AMP that stays away is waited for.
  return kind === "refused" ? worksText.ampAway : null;
}

const isChange = (name: string) => endpoints[name as EndpointName].changesState;

/** Whether its answer says anything. */
export const hasBody = ({ surface, name }: Call): boolean =>
  surface === "node" || "returns" in endpoints[name as EndpointName];

function sentenceOfNode({ name }: Call, kind: Kind): string {
  if (kind === "401 in the middle") return nodeText.wrongCredentials;
  if (kind === "500 after effect") return nodeText.notRpc(name, 500);
  return nodeText.unreachable;
}

/** The node did it before the answer was lost. */
const DONE: Kind[] = ["timeout after effect", "500 after effect", "truncated body"];

const OWN_SENTENCES: Record<string, (kind: Kind) => string | null> = {
  // A payment without an answer is looked for at once.
  "send: node sendmany": (kind) => (DONE.includes(kind) ? null : worksText.unknownSend),
  // It is in the network; the next step looks for its change again.
  "broadcast: node listunspent": () => null,
};

/**
 * Only a new sign-in gives the desk a token that AMP takes. Everything else ends by itself: where a payment got no
 * answer it is looked for until it is found, or certain that none will come.
 */
export const actsOf = ({ surface }: Call, kind: Kind): Act[] =>
  surface === "amp" && kind === "401 in the middle" ? ["sign in"] : [];
