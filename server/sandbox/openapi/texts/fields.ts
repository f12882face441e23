/** What a field means, by its name: where it means the same everywhere. Amounts without a unit are whole sats. */
const common: Readonly<Record<string, string>> = {
  amount: "In the smallest unit.",
  asset: "Asset id on Liquid.",
  asset_blinder: "Opens the asset's commitment; 64 zeros when AMP does not know it.",
  asset_id: "Asset id on Liquid, in display byte order.",
  asset_uuid: "AMP's own key of the asset; the one in paths.",
  amount_blinder: "Opens the amount's commitment; 64 zeros when AMP does not know it.",
  base_url: "Base address of the API with `{}` where a path goes.",
  blockheight: "Height of the block that holds the transaction.",
  command: "The sub-command of the official transaction client.",
  creator: "User id of the account that made it: the issuer or a manager.",
  datetime: "The time of the block that holds it; before that, when it was seen. UTC with microseconds.",
  distribution_uuid: "Key of the distribution.",
  domain: "Bare host name without scheme and `www`.",
  error: "What is wrong; absent, null or empty when nothing is.",
  GAID: "Green account id; null for the treasury and for users without a wallet.",
  gaid: "Green account id; null for an address that belongs to none.",
  id: "Positive integer.",
  investor: "The same as `registered_user`, under its older name.",
  is_company: "True for a company, false for a person.",
  is_locked: "True while it is locked.",
  is_treasury: "True for an address of the issuer's treasury.",
  lost_outputs: "Outputs of the asset that AMP can no longer follow.",
  min_supported_client_script_version:
    "Lowest version of the official transaction client that may carry the order out.",
  name: "As people know it.",
  password: "In clear text; at least 8 characters.",
  precision: "Decimals to show, 0 to 8. The API never applies it.",
  prev_txid: "Transaction whose output is spent.",
  prev_vout: "Index of the spent output.",
  pubkey: "The issuer's public key, compressed, as the registry publishes it.",
  registered_user: "Id of the registered user; null when there is none.",
  reissuance_lost_outputs: "Outputs of the reissuance token that AMP can no longer follow.",
  reissuance_token_id: "Asset id of the reissuance token; null when the asset is not reissuable.",
  ticker: "Short name in the registry.",
  token: "Opaque; goes into `Authorization: token …`.",
  transfer_restricted:
    "True: only registered users who meet every requirement may hold it. False: every Green Managed Assets account may.",
  txid: "Transaction id.",
  username: "Name to sign in with.",
  vin: "Index of the input.",
  vout: "Index of the output.",
};

const decimal = "Units ÷ 10⁸ as a decimal number, as an Elements node wants it. Read its digits as text.";
const nodeDecimal = "Units ÷ 10⁸ as the node prints it.";

/** What a field means in one schema alone; deeper fields by their path. */
const specific: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Info: { version: "Version of the API.", notes: "Free text." },
  PasswordChange: { password: "The new password, at least 8 characters." },
  PasswordChanged: {
    token: "The new token; the old one has ended.",
    password: "The new password in clear text: keep it out of logs.",
  },
  Asset: {
    issuer: "User id of the issuer's account; the same for all of an issuer's assets.",
    requirements: "Ids of the categories that a holder must have, all of them.",
    is_registered: "In the Liquid Asset Registry.",
    is_authorized: "`register-authorized` was done.",
    is_locked: "While true AMP refuses every transfer.",
    issuer_authorization_endpoint: "Base address that is asked about transfers; null when none is set.",
  },
  IssueRequest: {
    name: "5 to 255 ASCII characters, not only blanks; committed to for ever.",
    ticker:
      "3 to 5 letters, digits, dots and hyphens (24 with the sandbox's switch `longTickers`); committed to for ever.",
    amount: "Units to issue, in the smallest unit.",
    destination_address: "Confidential address of the treasury's node.",
    is_confidential: "Hides the issued amount on the chain.",
    is_reissuable: "Issues reissuance tokens too.",
    reissuance_amount: "Number of reissuance tokens; needed when reissuable, usually 1.",
    reissuance_address:
      "Confidential address for the tokens; needed when reissuable, not the destination address.",
    precision: "Decimals to show, 0 to 8; committed to for ever.",
  },
  IssueResponse: {
    destination_address: "As requested.",
    is_confidential: "As requested.",
    is_reissuable: "As requested.",
    reissuance_amount: "Number of reissuance tokens; 0 when not reissuable.",
    reissuance_address: "As requested; empty when not reissuable.",
    txid: "The issuance, already broadcast.",
    vin: "Input that carries the issuance.",
    asset_vout: "Output with the units.",
    reissuance_vout: "Output with the tokens; null when not reissuable.",
    issuer_authorization_endpoint: "Null: it is set later.",
    issuance_assetblinder: "Blinder of the issued amount; zeros when it is not hidden.",
    issuance_tokenblinder: "Blinder of the tokens' amount; null when not reissuable.",
  },
  AssetEdit: {
    issuer_authorization_endpoint: "http(s) address without `/issuerauthorizer`; null clears it.",
  },
  Utxo: { blacklisted: "Frozen: Green refuses to spend it." },
  RegisteredUser: {
    GAID: "The default GAID, to which distributions go; null without a wallet.",
    categories: "Ids of the user's categories.",
  },
  UserAdd: { GAID: "The first GAID, if there is one already.", name: "Unique per issuer." },
  UserEdit: { name: "The new name, unique per issuer." },
  UserAssetSummary: {
    assignments: "The user's assignments of this asset.",
    assignments_sum: "Sum of the assignments' amounts.",
    distributions: "Confirmed distributions with an assignment of the user.",
    distributions_sum: "What distributions brought the user.",
    balance: "What the user holds now, over all GAIDs.",
  },
  GaidValidation: { is_valid: "Whether the GAID exists." },
  GaidAddress: { address: "A fresh confidential address; empty for an invalid GAID." },
  GaidBalance: { balance: "In the smallest unit; 0 is listed too." },
  Category: {
    description: "Free text.",
    registered_users: "Ids of the users in it.",
    assets: "Uuids of the assets that require it.",
  },
  CategoryAdd: { name: "Unique per issuer.", description: "Free text." },
  CategoryEdit: { name: "Unique per issuer; left out: unchanged.", description: "Left out: unchanged." },
  Assignment: {
    receiving_address: "Filled when a distribution takes the assignment.",
    distribution_uuid: "The distribution that has taken it; null before and after a cancel.",
    ready_for_distribution: "False = held back.",
    vesting_datetime: "From when on it may be distributed; null = at once.",
    vesting_timestamp: "The same in Unix seconds.",
    has_vested: "True when there is no vesting date or it has passed.",
    is_distributed: "True once the distribution was reported; final.",
    GAID: "The GAID that a distribution took; before that the user's default, null while there is no wallet.",
  },
  AssignmentDraft: {
    registered_user: "Id of the registered user.",
    ready_for_distribution: "False = held back.",
    vesting_timestamp: "Unix seconds from when on it may be distributed; may lie in the past.",
  },
  AssignmentsCreate: { assignments: "Exactly one." },
  Distribution: {
    distribution_status: "`CONFIRMED` in every list.",
    transactions: "The transactions that carried it out; usually one.",
    "transactions.transaction_status": "Like the distribution's.",
    "transactions.included_blockheight": "Height of its block.",
    "transactions.confirmed_datetime": "When it was in a block, UTC.",
    "transactions.assignments": "What it paid. No assignments with ids, only these three fields.",
    "transactions.assignments.registered_user": "Id of the registered user.",
  },
  DistributionOrder: {
    map_address_amount: `Confidential address → amount. ${decimal}`,
    map_address_asset: "The same addresses → asset id.",
  },
  DistributionConfirm: {
    tx_data: "What the node says of the transaction.",
    "tx_data.details": "`details` of the node's `gettransaction`, unchanged.",
    change_data: "The node's `listunspent` entries of this asset and txid, unchanged.",
  },
  ReissueRequest: { amount_to_reissue: "Units to add, in the smallest unit." },
  ReissueOrder: { amount: decimal, reissuance_utxos: "Unspent outputs of the reissuance token." },
  ReissueConfirm: {
    details: "`details` of the node's `gettransaction`, unchanged.",
    listissuances: "The node's `listissuances` entries with this txid, unchanged.",
    reissuance_output: "Result of the node's `reissueasset`.",
  },
  ReissueResult: { reissuance_amount: "Units that were added." },
  Reissuance: {
    destination_address: "Address that received the new units, unconfidential.",
    reissuance_amount: "Units that were added.",
    confirmed_in_block: "Opaque: a block hash here.",
    created: "The time of the block that holds it, UTC.",
  },
  BurnRequest: { amount: "Units to burn, in the smallest unit." },
  BurnOrder: { amount: decimal, utxos: "The treasury's unspent outputs; the node must hold them all." },
  BurnConfirm: {
    tx_data: "Names the transaction; no details.",
    change_data: "The node's `listunspent` entries of this asset and txid, unchanged; may be empty.",
  },
  NodeDetail: {
    address: "The unconfidential form of the address.",
    category: "`send` or `receive`.",
    amount: `${nodeDecimal} Negative for `.concat("`send`."),
    amountblinder: "Blinder of the amount.",
    assetblinder: "Blinder of the asset.",
  },
  NodeUnspent: {
    amount: nodeDecimal,
    amountblinder: "Blinder of the amount.",
    assetblinder: "Blinder of the asset.",
  },
  NodeIssuance: {
    isreissuance: "True for a reissuance.",
    assetamount: `${nodeDecimal} −1 = unknown to the node.`,
  },
  Activity: {
    type: "`issuance`, `reissuance`, `burn`, `distribution`, `transfer`, or one that is not known yet.",
    description: "A sentence for people; its words may change.",
  },
  AssetTx: {
    is_issuance: "The first issuance.",
    is_reissuance: "A reissuance.",
    is_distribution: "A distribution from the treasury.",
    inputs: "Inputs of the asset and of its token.",
    outputs: "Outputs of the asset and of its token.",
    "outputs.is_spent": "Spent by another transaction.",
    "outputs.is_burnt": "Destroyed for good.",
    unblinded_url: "Address of a block explorer with the known blinders in it.",
  },
  Ownership: {
    owner:
      "User id as a string: a registered user's, or the issuer's own for the treasury; null without a record.",
    amount: "What this owner holds with this GAID.",
    GAID: "Null for the treasury.",
  },
  AssetBalance: { confirmed_balance: "Holdings as in `ownerships`." },
  AssetSummary: {
    issued: "The first issuance alone.",
    reissued: "Sum of the reported reissuances.",
    assigned: "Reserved and not yet distributed.",
    distributed: "Sum of the confirmed distributions.",
    burned: "Sum of the reported burns.",
    blacklisted: "Amount in frozen outputs.",
    registered_users: "Users who are eligible for the asset or related to it.",
    active_registered_users: "Registered users with a positive balance.",
    active_green_subaccounts: "GAIDs with a positive balance, registered or not.",
    reissuance_tokens: "Reissuance tokens; 0 = not reissuable.",
  },
  Manager: {
    is_locked: "True from creation until the issuer unlocks the manager.",
    assets: "Uuids of the granted assets.",
  },
  AuthorizationRequest: {
    message: "What is signed.",
    "message.request": "The transfer in question.",
    "message.request.uuid": "Key of this question; not the asset's.",
    "message.request.tx_hex": "The whole transaction, blinded, signed by the sender alone.",
    "message.request.inputs": "Inputs of the asset.",
    "message.request.outputs": "Outputs of the asset, change to the sender included.",
    "message.server_result": "AMP's own verdict after its categories. Yours wins.",
    signature: "Classic signed message over the canonical JSON text of `message`, base64 of 65 bytes.",
  },
  AuthorizationResult: {
    result: "True lets the transfer pass.",
    error: "Empty on approval, otherwise the reason.",
  },
};

/** @param path the field's path inside the schema; @returns undefined when nobody wrote what it means */
export function fieldText(schema: string, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return specific[schema]?.[path] ?? common[name];
}

/** Texts that name a field of a schema; for a test that none is left over. */
export const specificFields = Object.entries(specific).flatMap(([schema, fields]) =>
  Object.keys(fields).map((path) => ({ schema, path })),
);

/** Query parameters of the lists. */
export const queryTexts: Readonly<Record<string, { text: string; example: string | number }>> = {
  start: { text: "Rows to leave out from the beginning; 0 without it.", example: 0 },
  count: { text: "Largest number of rows; all without it.", example: 100 },
  sortcolumn: { text: "A field of the row; `blockheight` without it.", example: "blockheight" },
  sortorder: { text: "`asc` without it.", example: "desc" },
  height_start: { text: "First block height, itself included.", example: 2000005 },
  height_stop: { text: "Last block height, itself included.", example: 2000040 },
  height: { text: "State as of this block; the newest without it.", example: 2000010 },
  distributed: { text: "Only those that were distributed, or only those that were not.", example: "false" },
};

/** Path parameters. */
export const pathTexts: Readonly<Record<string, { text: string; schema: object; example: string | number }>> =
  {
    assetUuid: {
      text: "AMP's key of the asset, not its id on Liquid.",
      schema: { type: "string", format: "uuid" },
      example: "67f8818f-fb48-4500-95e0-fe4f19670f14",
    },
    txid: {
      text: "Transaction id.",
      schema: { type: "string", pattern: "^[0-9a-f]{64}$" },
      example: "702c9f0a0eb34aeb4393fc60d236692d422093f3534f71ce6cba3880fb6afd2f",
    },
    assignmentId: { text: "Id of the assignment.", schema: { type: "integer", minimum: 1 }, example: 114 },
    distributionUuid: {
      text: "Key of the distribution.",
      schema: { type: "string", format: "uuid" },
      example: "65b2f00e-aea7-488b-bb68-51c50888596f",
    },
    registeredUserId: {
      text: "Id of the registered user.",
      schema: { type: "integer", minimum: 1 },
      example: 1001,
    },
    gaid: {
      text: "Green account id: `GA` and 27 or 28 Base58 characters.",
      // no pattern: a client that checks it could not even ask whether a GAID is valid
      schema: { type: "string" },
      example: "GA2jE9u1uFJr7HWzR8WxQkkGGGtWuD",
    },
    categoryId: { text: "Id of the category.", schema: { type: "integer", minimum: 1 }, example: 1 },
    managerId: { text: "User id of the manager.", schema: { type: "integer", minimum: 1 }, example: 2 },
  };
