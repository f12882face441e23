import type { UpdateBlinders } from "@/lib/contracts/amp/transactions";
import { outpointName } from "@/lib/domain/blinders";
import type { JournalDetail } from "@/lib/domain/journal";
import type { BlindersFacts, OperationFacts } from "@/lib/domain/operation";
import type { AmpClient } from "@/server/amp/client";
import { isRejected } from "@/server/amp/refusals";
import { NOW, type Step, type StepOutcome } from "../step";
import { blindersToTell } from "./outputs";

/**
 * telling → telling, output by output, → ordering: AMP is told the blinders of the first one that is written down, unless
 * it has them by now, as after a crash or a lost answer. Whether they arrived is not taken from its answer: at the end
 * all are compared again.
 * AMP: GET /assets/{a}/txs/{txid}, POST /assets/{a}/update-blinders; RPC gettransaction, listunspent
 */
export const tell: Step<"blinders"> = async ({ intent, facts }, { amp, node }) => {
  const { toTell: [next, ...toTell] = [], told = [], refused = [] } = facts.blinders ?? {};
  const output = next && intent.outputs.find((one) => outpointName(one) === outpointName(next));
  if (!output) return goOn({ facts, toTell: [], told, refused }, { told: false });
  const detail: JournalDetail = { output: outpointName(output) };
  const blinders = await blindersToTell(intent.assetUuid, output, { amp, node });
  if (!blinders) return goOn({ facts, toTell, told, refused }, { ...detail, told: false });
  const words = await refusalOf(amp, intent.assetUuid, blinders);
  if (words === null) {
    return goOn({ facts, toTell, told: [...told, next], refused }, { ...detail, told: true });
  }
  return goOn(
    { facts, toTell, told, refused: [...refused, { ...next, words }] },
    { ...detail, refused: words },
  );
};

type Progress = { facts: OperationFacts } & Required<BlindersFacts>;

const goOn = ({ facts, ...blinders }: Progress, detail: JournalDetail): StepOutcome => ({
  state: blinders.toTell.length > 0 ? "telling" : "ordering",
  facts: { ...facts, blinders },
  detail,
  againInMs: NOW,
});

/** AMP's words when it refuses, which it may do because it has them already: only another look tells. */
async function refusalOf(amp: AmpClient, assetUuid: string, body: UpdateBlinders): Promise<string | null> {
  try {
    await amp.call("updateBlinders", { path: { assetUuid }, body });
    return null;
  } catch (error) {
    if (!isRejected(error)) throw error;
    return error.message;
  }
}
