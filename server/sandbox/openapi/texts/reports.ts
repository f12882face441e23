import { type EndpointTexts, no } from "./text";

export const reportTexts = {
  listActivities: {
    summary: "List what happened to an asset",
    text: "One row per output that matters: issuance, reissuance, burn, distribution, transfer. Change is no news and has no row. Without parameters: all rows, oldest block first.",
    traps: [
      "The user is named three times: `registered_user`, `registered user` with a space, and `investor`. Take the first that is there.",
      "Parameters go into the query. One published client puts them into a body, where they do nothing.",
      "There is no total and no envelope: page until fewer rows than `count` come back.",
    ],
    open: [
      "The full list of types. Show one you do not know as plain text.",
      "Defaults and names of columns. Here: `start` 0, no limit, every field of a row can be sorted by; another name is a 400.",
    ],
    refusals: { "Unknown column": { sortcolumn: ['"colour" is not a column of an activity.'] } },
  },
  listTransactions: {
    summary: "List an asset's transactions",
    text: "Every transaction that AMP follows for the asset, with its inputs and outputs as far as they are the asset's or its reissuance token's; `asset_id` tells the two apart. Oldest first unless told otherwise, so element 0 is the issuance.",
    traps: [
      "A blinder that AMP does not know is 64 zeros, never null.",
      "A transfer has all three flags false, and a burn too: it shows in an output with `is_burnt`.",
    ],
    refusals: { "Unknown column": { sortcolumn: ['"colour" is not a column of a transaction.'] } },
  },
  getTransaction: {
    summary: "Show one transaction of an asset",
    text: "The same row as in the list. A transaction that has nothing to do with the asset is a 404.",
  },
  listOwnerships: {
    summary: "List who holds how much",
    text: "One row per holder and GAID with a positive amount; the treasury's row names the issuer's own user id and no GAID. The amounts of all rows add up to issued + reissued − burned, less what is lost. With `height` the state as of that block.",
    traps: [
      "`owner` is an id as a **string**. It is null for a holder without a record, which issuer-tracked assets can have.",
    ],
    open: ["How a height is given. The sandbox takes the query and `/ownerships/{height}`; use the query."],
  },
  getBalance: {
    summary: "Show confirmed holdings and lost outputs",
    text: "Holdings as in `ownerships`, and beside them the outputs that AMP lost sight of. The official transaction client asks this before it moves anything and stops when `lost_outputs` is not empty; yours should do the same and look at `reissuance_lost_outputs` before a reissuance.",
    traps: ["The answer is an object, although `ownerships` is a list."],
  },
  getSummary: {
    summary: "Show an asset's totals",
    text: "Circulating supply is `issued` + `reissued` − `burned`. All amounts are in the smallest unit.",
    traps: [
      "`issued` is the first issuance alone.",
      "A reissuance does not use its token up: `reissuance_tokens` stays the same.",
    ],
    open: [
      "What exactly `assigned` and `registered_users` count. Here: units reserved and not yet distributed; users who meet the asset's requirements or are related to it.",
    ],
  },
  listLostOutputs: {
    summary: "List lost outputs",
    text: "Outputs of the asset and of its reissuance token that were moved without a request and a confirm, so that AMP cannot follow them. On the real service support has to repair this. In the sandbox a transaction that fits an open order is pending and never lost.",
  },
  updateBlinders: {
    summary: "Tell AMP the blinders of an output",
    text: "After an issuance AMP shows the blinders of its outputs as zeros, because only the issuer's node knows them. Take them from the node's `gettransaction` and send them, one output per call.",
    traps: [
      "The node writes `assetblinder` and `amountblinder`, AMP `asset_blinder` and `amount_blinder`.",
      "Several calls are several changes: when one fails, those before it stay.",
    ],
    refusals: {
      "Unknown output": no("The output is unknown: it belongs to no transaction of this asset."),
      "Wrong blinders": no("The blinders do not open the output."),
    },
  },
} satisfies EndpointTexts;

export const supplyTexts = {
  requestReissuance: {
    summary: "Order a reissuance",
    text: "Hands out a work order and moves nothing. Then: `reissueasset` on the node that holds the token, wait for 2 confirmations, `reissue-confirm`. An order needs no cancelling; it is remembered so that the transaction is not taken for a loss.",
    traps: [
      "You send whole units (`amount_to_reissue`), the order answers with units ÷ 10⁸ as a decimal, as the node wants it. Keep the digits: read it as text, not as a float.",
      "`base_url` ends in `{}`. The official client puts paths into it.",
    ],
    open: ["Whether several orders may be open. Here they may, and none reserves anything."],
    refusals: {
      "No token was issued": no("The asset is not reissuable."),
      "Too early": no("The issuance transaction needs 2 confirmations."),
      "Too much": no("The supply would exceed the largest possible amount."),
      "Token out of sight": no("The reissuance tokens are lost."),
    },
  },
  confirmReissuance: {
    summary: "Report a reissuance",
    text: "Hand over the node's answers **unchanged**: `gettransaction(txid).details`, the entries of `listissuances()` with that txid, and the result of `reissueasset`. AMP learns from them where the new units and the token went, with their blinders. The transaction needs 2 confirmations. Sending the same report again answers the same result; it is never counted twice.",
    traps: [
      "Amounts in the details are decimals. A client that turns them into floats can spoil the last digit.",
    ],
    refusals: {
      "Too early": no("The transaction needs 2 confirmations, it has 1."),
      "Other transaction": no("The transaction is no reissuance of this asset."),
      "Other amount": no("The reissued amount does not match."),
    },
  },
  listReissuances: {
    summary: "List confirmed reissuances",
    text: "Reissuances that were reported, oldest first.",
    open: [
      "Whether `confirmed_in_block` is a hash or a height. The sandbox gives the hash; treat it as opaque.",
    ],
  },
  requestBurn: {
    summary: "Order a burn",
    text: "Hands out a work order and moves nothing. Then: `destroyamount` on the treasury's node, wait for 2 confirmations, `burn-confirm`. The node has to hold **every** outpoint in `utxos`.",
    traps: [
      "You send whole units (`amount`), the order answers with units ÷ 10⁸ under the same name.",
      "A holder can pay to a plain address that the issuer's endpoint approved. AMP books the output as treasury although the node does not hold it, and from then on each burn order names it and cannot be carried out. Approve no such address.",
      "The command is called `burn`, although the node's is `destroyamount`.",
    ],
    refusals: {
      "More than is free": no("There is not enough in the treasury balance for this burn."),
    },
  },
  confirmBurn: {
    summary: "Report a burn",
    text: "`tx_data` names the transaction, `change_data` holds the node's `listunspent` entries of this asset and txid, unchanged; an empty list when nothing came back. Sending the same report again changes nothing.",
    traps: ["The body of the answer is empty."],
    refusals: {
      "Too early": no("The transaction needs 2 confirmations, it has 0."),
      "Unknown transaction": no("The transaction is unknown."),
    },
  },
} satisfies EndpointTexts;
