import type { OperationState } from "@/lib/domain/operation";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const outputs = (count: number) => countOf(count, { one: "output", other: "outputs" });

/** Update blinders: AMP is told what opens outputs of the treasury. */
export const blindersText = catalogue("blindersText", {
  title: "Update blinders",
  hint: {
    title: (count: number) => `AMP lacks the blinders of ${outputs(count)}`,
    text: "AMP cannot unblind them, so its explorer links and reports leave them closed. The treasury node knows the blinders and can tell AMP; nothing is sent on the chain.",
    action: "Review the update",
  },
  complete: {
    title: "AMP has every blinder",
    text: "AMP shows the blinders of every output of this asset's treasury. There is nothing to update.",
  },
  back: "Back to the supply",
  intent: {
    title: "What AMP will be told",
    lead: (count: number) =>
      `AMP is told the asset blinder and the amount blinder of ${outputs(count)}. They go from the node to AMP and are shown nowhere else.`,
    empty: "The treasury wallet knows the blinders of none of these outputs.",
    notAsked: "The treasury wallet could not be asked for the blinders.",
    output: "Output",
    outputIndex: (vout: number) => `output ${vout}`,
    holds: "Holds",
    asset: "The asset",
    token: "Reissuance token",
    amount: "Amount",
  },
  unknown: {
    title: "What stays as it is",
    lead: (count: number) =>
      `AMP lacks the blinders of ${outputs(count)} more, but this wallet does not know them. A wallet forgets those of change that was spent, and never had those of another wallet's outputs.`,
  },
  later: (count: number) =>
    `AMP lacks the blinders of ${outputs(count)} more, of which this wallet was not asked yet. Look again after this update.`,
  approval: {
    title: "Approve and tell AMP",
    consequence:
      "Whoever has these blinders can see what the outputs hold; AMP may then show it in its links. Nothing moves, no fee is paid, and telling AMP twice is harmless. It cannot be taken back.",
    hash: "Fingerprint of this list",
    approve: "I approve exactly this list",
    start: "Update the blinders",
  },
  stages: {
    approve: { title: "Approved", text: "The outputs and their fingerprint are written down." },
    tell: {
      title: "Told to AMP",
      text: "One output at a time: compared with AMP, written down, told, compared again.",
    },
    shown: { title: "Shown by AMP", text: "AMP itself shows the blinders of every output." },
  },
  /** What is safe while the operation stands in a state. */
  safe: {
    requested: "AMP was told nothing yet. It can be cancelled.",
    ordering: "AMP's transactions are being compared with the wallet. Nothing is sent on the chain.",
    telling:
      "AMP is being told of one output. If its answer is lost, it is looked at before it is told again.",
    cancelling: "AMP is told nothing more.",
    stopped: "AMP is told nothing more until you decide. What it was told stays told; nothing else changed.",
    cancelled: "AMP was told nothing more. What it had been told before stays told.",
    done: "AMP and the wallet agree.",
  } as Partial<Record<OperationState, string>>,
  run: {
    done: "AMP shows the blinders of every approved output.",
    seeSupply: "See the supply",
  },
  decisions: {
    cancel: "Cancel the update",
    cancelTitle: "Cancel this update?",
    cancelConsequence:
      "AMP is told nothing more. What it was told before stays told, and the rest can be told later.",
    cancelled: "The update is being cancelled; AMP is told nothing more.",
  },
});
