import { judgeBlinders } from "@/lib/domain/blinders";
import type { JournalDetail } from "@/lib/domain/journal";
import { blindersWorksText } from "@/lib/messages/blinders-works";
import { assertSynced } from "../send";
import { NOW, type Step, stopped } from "../step";
import { lookAtOutputs } from "./outputs";

/** AMP may take its time to show what it took. */
const LOOK_AGAIN_MS = 15_000;

/**
 * ordering → telling, with the outputs that AMP lacks the blinders of and the wallet knows; → done, once AMP itself shows
 * all of them. What is left after that is named, and a person decides.
 * AMP: GET /assets/{a}/txs/{txid}; RPC getblockchaininfo, gettransaction, listunspent
 * @throws AppError UNAVAILABLE while the node is behind the chain and may not know the outputs yet
 */
export const compare: Step<"blinders"> = async (operation, context) => {
  await assertSynced(context.node);
  const looks = await lookAtOutputs(operation, context);
  const verdict = judgeBlinders(looks);
  const { refused } = operation.facts.blinders ?? {};
  const blinders = refused ? { refused } : {};
  const facts = { ...operation.facts, blinders };
  const detail: JournalDetail = {
    shown: looks.filter(({ atAmp }) => atAmp === "shown").length,
    of: looks.length,
  };
  switch (verdict.kind) {
    case "done":
      return { state: "done", facts, detail, againInMs: null };
    case "ask":
      return { ...stopped(blindersWorksText.left(verdict.left), true), facts, detail };
    case "wait": {
      // By then it is told anew, which is harmless.
      const problem = { message: blindersWorksText.notShownYet, mayRetry: true };
      return { state: "ordering", facts, problem, detail, againInMs: LOOK_AGAIN_MS };
    }
    case "tell": {
      const toTell = verdict.outputs.map(({ txid, vout }) => ({ txid, vout }));
      const told = operation.facts.blinders?.told ?? [];
      return {
        state: "telling",
        facts: { ...facts, blinders: { ...blinders, toTell, told } },
        detail: { ...detail, toTell: toTell.length },
        againInMs: NOW,
      };
    }
  }
};
