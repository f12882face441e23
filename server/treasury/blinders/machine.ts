import type { OperationFacts } from "@/lib/domain/operation";
import type { Machine, Step } from "../step";
import type { Operation } from "../store";
import { compare } from "./compare";
import { tell } from "./tell";

/** At the start, and when a person has it tried again, AMP's earlier refusals do not count. */
const anew = async ({ facts }: Operation<"blinders">): Promise<OperationFacts> => ({
  ...facts,
  blinders: {},
});

/** Nothing was promised to AMP and nothing is held: what it was told stays told. */
const cancel: Step<"blinders"> = async () => ({ state: "cancelled", detail: {}, againInMs: null });

/**
 * Compare, tell one output, compare again, until AMP shows all of them. Nothing is sent on the chain, so it needs no turn
 * of the wallet, no fee and no passphrase; each step may be repeated after a crash.
 */
export const blindersMachine: Machine<"blinders"> = {
  requested: { step: "compare", run: compare, during: "ordering", marks: anew },
  ordering: { step: "compare", run: compare, during: "ordering" },
  telling: { step: "tell", run: tell, during: "telling" },
  cancelling: { step: "cancel", run: cancel, during: "cancelling" },
};
