import type { OperationState } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { catalogue } from "./catalogue";
import { operationsText } from "./operations";
import { countOf } from "./plural";

const outputs = (count: number) => countOf(count, { one: "output", other: "outputs" });

/** Reissuance and burn: from the supply as it is to AMP's confirmation. */
export const supplyText = catalogue("supplyText", {
  title: "Supply",
  equation: {
    title: "The supply as it is now",
    lead: "Issued and reissued, less burned, is what holders, the treasury and lost outputs have together.",
    made: "Where it comes from",
    owned: "Where it is",
    issued: "First issuance",
    reissued: "Reissued",
    burned: "Burned",
    supply: "Supply",
    holders: (count: number) => countOf(count, { one: "holder", other: "holders" }),
    blacklisted: "of which blacklisted",
    treasury: "Treasury",
    assigned: "of which assigned to users",
    rest: "Lost or on its way",
    together: "Together",
    balance: {
      equal: "Both sides are equal.",
      "on-its-way":
        "AMP attributes a part of the supply to nobody: it is on its way in a transaction that is not in a block yet, or AMP has lost track of it.",
      "too-much":
        "AMP attributes more to owners than was issued. Start nothing before a person has looked: compare the activity with the node's wallet, then ask AMP's support.",
    },
    toLost: "Lost outputs and what to do",
    lost: (count: number) =>
      `AMP reports ${countOf(count, { one: "lost output", other: "lost outputs" })} of this asset or its reissuance token. AMP's support has to repair it: until then nothing can be reissued, and nothing burned once units of the asset itself are lost.`,
  },
  kinds: {
    reissuance: {
      title: "Reissue",
      explain: [
        "New units come into the treasury and the supply grows. The reissuance token stays in the treasury's wallet, so the asset can be reissued again.",
        "Nobody's units become fewer, but each holder owns a smaller share of a larger supply.",
      ],
      amount: "Amount to reissue",
      amountHint: "New units, as a wallet shows them.",
      review: "Review the reissuance",
      reviewTitle: "Review the reissuance",
      approveTitle: "Approve and reissue",
      adds: "New units",
      consequence:
        "The treasury node makes the new units in one transaction. Once it is broadcast it cannot be taken back; only a burn makes the supply smaller again.",
      typeLabel: (amount: string) => `Type the amount ${amount} to confirm`,
      start: "Start the reissuance",
    },
    burn: {
      title: "Burn",
      explain: [
        "Units of the treasury are destroyed and the supply shrinks. This is irreversible: nobody can bring burned units back.",
        "The amount must be in the treasury. Blacklisted amounts cannot be burned: they stay in the supply.",
      ],
      amount: "Amount to burn",
      amountHint: "Units of the treasury, as a wallet shows them.",
      review: "Review the burn",
      reviewTitle: "Review the burn",
      approveTitle: "Approve and burn",
      adds: "Destroyed units",
      consequence:
        "The treasury node destroys these units in one transaction. Once it is broadcast they are gone for good.",
      typeLabel: (name: string) => `Type ${name} to confirm`,
      start: "Burn for good",
    },
  } satisfies Record<SupplyKind, object>,
  form: {
    supply: "Supply now",
    free: "In the treasury and not assigned",
    zero: "The amount must be more than zero.",
  },
  notReissuable: {
    title: "This asset cannot be reissued",
    text: "It was issued without a reissuance token. That was decided with the first issuance and cannot be changed: its supply can only shrink.",
  },
  review: {
    back: "Change the amount",
    loading: "Reading the supply and asking the node…",
    before: "Supply now",
    after: "Supply afterwards",
    share: "Share of each holder",
    treasury: "Treasury's wallet",
    treasuryUnknown: "The node cannot be asked",
    blacklisted: "Blacklisted",
    blacklistedNote: "stays in the supply",
    dilution: {
      falls: (share: string) =>
        `Each holder's share falls to ${share}% of what it is now. Their units stay the same.`,
      "falls-hardly": "Each holder's share falls by less than 0.01% of what it is now.",
      rises: (share: string) =>
        `Each holder's share rises to ${share}% of what it is now. Their units stay the same.`,
      "rises-hardly": "Each holder's share rises by less than 0.01% of what it is now.",
      nobody: "Nobody beside the treasury holds this asset.",
      unchanged: "There is no share to compare.",
    },
  },
  stages: {
    approve: { title: "Approved", text: "The amount and its fingerprint are written down." },
    order: {
      title: "Ordered at AMP",
      text: "AMP names the outputs to spend from; its order is compared with what was approved.",
    },
    ...operationsText.signedStages,
    confirm: { title: "Confirmed to AMP", text: "AMP books the new supply." },
  },
  /** What is safe while the operation stands in a state. */
  safe: {
    requested: "Nothing has happened yet, on the chain or at AMP. It can be cancelled.",
    ordering: "AMP is being asked. The supply is untouched; it can be cancelled.",
    ordered: "AMP's order is stored. Nothing was broadcast; it can be cancelled.",
    "by-hand":
      "The desk builds and broadcasts nothing. Somebody may carry out AMP's order elsewhere; whether it took effect shows in the supply.",
    signed: "The transaction is signed and stored. The network has not seen it; it can still be cancelled.",
    broadcasting:
      "The transaction may be on the network. It is always the same one, so it takes effect once, however often it is handed over. It can no longer be cancelled.",
    sent: "The network has the transaction. Nothing more has to be done; closing this page does not matter.",
    confirming:
      "The chain has carried it out. AMP is told until it accepts; nothing happens on the chain again.",
    done: "Chain and AMP agree.",
    releasing: "The desk broadcasts nothing of it any more, and looks whether its coins can be given free.",
    cancelling: "Nothing takes effect any more. The coins that were set aside are given free.",
    stopped: "The supply is as it was, and nothing takes effect until you decide.",
    unknown:
      "It is not known whether the transaction takes effect. Nothing is built or signed anew; only looking is allowed.",
    cancelled: "Nothing took effect and nothing will. The supply is as it was.",
    failed: "It was closed by a person. Compare the supply with the chain before you start another one.",
  } as Partial<Record<OperationState, string>>,
  run: {
    asset: "Asset",
    amount: { reissuance: "New units", burn: "Destroyed units" } satisfies Record<SupplyKind, string>,
    before: "Supply before",
    after: "Supply afterwards",
    orderOutputs: (count: number) => `${outputs(count)} to spend from`,
    done: {
      reissuance: "AMP has booked the reissuance. The new units are in the treasury.",
      burn: "AMP has booked the burn. The units are gone for good.",
    } satisfies Record<SupplyKind, string>,
    seeSupply: "See the supply",
  },
  decisions: {
    cancel: "Cancel it",
    cancelTitle: "Cancel this operation?",
    cancelConsequence:
      "Nothing was broadcast. The coins that were set aside for it are given free, and the supply stays as it is.",
    cancelled: "The operation is being cancelled; the supply stays as it is.",
    closeConsequences: {
      unknown:
        "The desk stops looking for the transaction. If it takes effect after all, it must be confirmed to AMP by hand, or AMP's supply stays wrong.",
      sent: "The desk stops looking for the transaction. If it takes effect after all, it must be confirmed to AMP by hand, or AMP's supply stays wrong.",
      "by-hand":
        "The desk stops following the order. If somebody carries it out elsewhere, that transaction must be confirmed to AMP by hand, or AMP's supply stays wrong.",
      stopped: "The desk does nothing more and gives the coins that were set aside free.",
      broadcasting:
        "The desk never hands this transaction over again. If the wallet knows it by now, the network has it, and the desk follows it to its end. If not, its coins are given free when it is certain that the network never got it; otherwise they stay locked in the wallet, because it may still be confirmed.",
      confirming:
        "The chain has carried it out, and the desk stops telling AMP. Confirm the transaction to AMP by hand, or AMP's supply stays wrong.",
      cancelling:
        "The desk stops cancelling. Coins that were set aside may stay locked in the wallet until you unlock them there.",
    } as Partial<Record<OperationState, string>>,
  },
  history: "Supply operations run from this desk",
});
