import { type EndpointTexts, no } from "./text";

const HELD = "The assignment is already part of a distribution.";

export const assignmentTexts = {
  listAssignments: {
    summary: "List assignments",
    text: "Reservations of treasury units for registered users. `distributed=false` leaves those that were not sent yet. It is also the only way to see a distribution that is under way: its assignments carry a `distribution_uuid` while `is_distributed` is false.",
    traps: ["`investor` repeats `registered_user` under its older name."],
  },
  createAssignment: {
    summary: "Reserve units for a registered user",
    text: "Bookkeeping alone: nothing moves on Liquid until a distribution takes the assignment. The user needs no wallet yet; until there is one no distribution takes it. To change an assignment, delete it and make another.",
    traps: [
      "The body holds a list, but **exactly one** entry is accepted per call.",
      "It answers 200, although everything else that is created answers 201.",
      "It is held back unless you send `ready_for_distribution: true`.",
      "The issuance needs 2 confirmations; before, the treasury counts as empty.",
    ],
    open: [
      "Whether a user who lacks a category can be assigned. The sandbox refuses on transfer-restricted assets; the switch `assignAnyUser` allows it.",
    ],
    refusals: {
      "More than is free": no("There is not enough in the treasury balance for this assignment."),
      "Too early": no("There is not enough in the treasury balance: insufficient confirmed funds."),
      "A category is missing": no("The registered user is not in every category that the asset requires."),
      "Unknown user": { registered_user: ["There is no registered user with this id."] },
      "Two entries": { assignments: ["Only one entry per call is accepted."] },
    },
  },
  getAssignment: { summary: "Show one assignment", text: "The same row as in the list." },
  lockAssignment: {
    summary: "Hold an assignment back",
    text: "Sets `ready_for_distribution` to **false**: no distribution takes it. It has nothing to do with locking the asset.",
    refusals: { "In a distribution": no(HELD) },
  },
  unlockAssignment: {
    summary: "Make an assignment ready",
    text: "Sets `ready_for_distribution` to true: the next distribution takes it, if it has vested and its user is eligible.",
    refusals: { "In a distribution": no(HELD) },
  },
  deleteAssignment: {
    summary: "Delete an assignment",
    text: "Frees the reserved units. An assignment of a distribution stays: cancel the distribution first.",
    refusals: { "In a distribution": no(HELD) },
  },
} satisfies EndpointTexts;

export const distributionTexts = {
  listDistributions: {
    summary: "List confirmed distributions",
    text: "Distributions that were sent **and** reported. One that is under way shows in its assignments alone.",
    traps: ["The assignments inside have no id; they are matched by user, amount and `vout`."],
  },
  createDistribution: {
    summary: "Order a distribution",
    text: "Takes every assignment that is ready, has vested, is in no distribution, and whose user has a GAID and, when the asset is transfer-restricted, every required category. Each gets a fresh address of the user's default GAID. The answer is a work order: address → amount (units ÷ 10⁸, decimal) and address → asset, as the node's `sendmany` wants them.\n\nThen: `sendmany` on the treasury's node, wait for 2 confirmations, `confirm`. Or `cancel`, as long as nothing was broadcast.",
    traps: [
      "The path ends in a slash.",
      "With nothing to send the answer is still a 200, with `Error` and without `distribution_uuid`. Look for that key.",
      "Two calls make two orders over different assignments. None is ever in two.",
      "A node sends to at most 70 confidential recipients in one transaction. With more assignments ready, hold some back with `lock` before you ask for the order: an order is sent whole.",
      "Amounts are decimals. Read them as text: one unit may be printed as `1e-08` elsewhere.",
    ],
    open: [
      "The exact body when nothing is ready.",
      "What a cancel leaves behind. Here a later order takes the same assignments again; the switch `noDistributionAfterCancel` brings back a fault that was reported once.",
    ],
    refusals: {
      "Not authorized": no("The asset is not authorized yet."),
      Locked: no("The asset is locked."),
    },
  },
  getDistribution: {
    summary: "Show one distribution",
    text: "A confirmed distribution. Before its confirm it is a 404, as if it did not exist.",
  },
  confirmDistribution: {
    summary: "Report a distribution",
    text: "Hand over the node's answers **unchanged**: `gettransaction(txid).details` and the `listunspent` entries of this asset and txid, blinders included. This is the moment at which AMP books the holders' units; without it AMP's balances stay wrong and later movements cannot be followed. AMP wants 2 confirmations and checks that each assignment was paid. The same report again is accepted and changes nothing; a report of another transaction is refused.",
    traps: [
      "The node names unconfidential addresses, the order confidential ones. Match them by script, not by text.",
      "If the answer is lost, send the same report again. **Never** run `sendmany` again.",
    ],
    refusals: {
      "Too early": no("The transaction needs 2 confirmations, it has 1."),
      "Another transaction": no("The distribution is already confirmed by another transaction."),
      "Wrong amount": no(
        "The transaction details do not pay the ordered amount to vjU1unNhPxYg7gJaGYeNZTatcBACYpKMtf69hUix9vGirSLNYFxwooVPR2CBNBifuESk5FQb1mpaZ5r8.",
      ),
    },
  },
  cancelDistribution: {
    summary: "Cancel a distribution",
    text: "Frees the assignments of an order that was **not** broadcast; they are ready again. AMP cannot know what your node has sent, so make sure of it: after a cancel the sent units count as lost.",
    refusals: { "Confirmed before": no("The distribution is already confirmed.") },
  },
} satisfies EndpointTexts;
