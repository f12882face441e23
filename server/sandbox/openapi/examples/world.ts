/** One small story that all examples tell: taken from a sandbox, so that every id, address and amount fits. */

export const UUID = "67f8818f-fb48-4500-95e0-fe4f19670f14";
export const ASSET_ID = "f3fb6e99f4c7a977891fe0aeb706936b55b9e718ee47bc535f999bf302baa21b";
export const TOKEN_ID = "edd34968ac5d909b9a3c3128ed38393c3886d4da9c49af7504f71349b144154d";
export const ISSUANCE = "702c9f0a0eb34aeb4393fc60d236692d422093f3534f71ce6cba3880fb6afd2f";
export const SENT = "4372d9fcaed9727527f018785ed92c645a137644b4bf460900081475e38d8962";
export const LATER = "1c5970917c7e9ac5d53ab5ec16afda8534b17f18531f2b87789be16fd3e718b8";
export const DISTRIBUTION = "65b2f00e-aea7-488b-bb68-51c50888596f";
export const GAID = "GA2jE9u1uFJr7HWzR8WxQkkGGGtWuD";
export const SECOND_GAID = "GA4AMjzvD93qfJnZFPg29GLwqAwa7q";
export const TREASURY =
  "tlq1qqf8jxzy8sg4s6482dg4k5suuzyvuvf33jpyl7n3uhtssfknxknsyf87l64du2w529fhy69vpjuw2dq8ts70nzm5f6w2z7cy6r";
export const TOKEN_ADDRESS =
  "tlq1qqfel3fs9f2nuswj0lqcmv0gr8gst6tzp78enjxsucc2f6nhv5n4h0nx86f3uajk6qz07qnz3kf66td2y3m3sxf5e05lm07yh2";
export const RECEIVING = "vjU1unNhPxYg7gJaGYeNZTatcBACYpKMtf69hUix9vGirSLNYFxwooVPR2CBNBifuESk5FQb1mpaZ5r8";
const PUBKEY = "03c4b85fb3b8f5adf944f2c08812caabe5a4a1ad11aea560dba38b7c59dceb671c";
const ASSET_BLINDER = "663b98f7c2800ace4c1eada156e1c92c0d74be195a08af5c0005ed3820851554";
const AMOUNT_BLINDER = "0cbd741bf250adfb103f128c09d235188ffbf9b73793f050e151f712f428e12c";
const CHANGE_ASSET_BLINDER = "db0af2bb3a4f7ae417a00b1c526212a211234a12029d70b0e776ef7933133a54";
const CHANGE_AMOUNT_BLINDER = "8d7e256b5f764263199de3004f32f72559611cdf3466f5b1ceb6c623c2e571b7";
export const ZEROS = "0".repeat(64);
const orderHead = {
  min_supported_client_script_version: 2,
  base_url: "http://127.0.0.1:4000/api/{}",
  asset_uuid: UUID,
  asset_id: ASSET_ID,
};

export const asset = {
  name: "Alpine Growth Fund I",
  asset_uuid: UUID,
  issuer: 1,
  asset_id: ASSET_ID,
  reissuance_token_id: TOKEN_ID,
  requirements: [1],
  ticker: "AGF1",
  precision: 2,
  domain: "example.com",
  pubkey: PUBKEY,
  is_registered: false,
  is_authorized: true,
  is_locked: false,
  issuer_authorization_endpoint: null,
  transfer_restricted: true,
};

export const issueRequest = {
  name: "Alpine Growth Fund I",
  amount: 1_000_000_000,
  destination_address: TREASURY,
  domain: "example.com",
  ticker: "AGF1",
  pubkey: PUBKEY,
  precision: 2,
  is_confidential: false,
  is_reissuable: true,
  reissuance_amount: 1,
  reissuance_address: TOKEN_ADDRESS,
  transfer_restricted: true,
};

export const issueResponse = {
  ...issueRequest,
  asset_id: ASSET_ID,
  reissuance_token_id: TOKEN_ID,
  asset_uuid: UUID,
  txid: ISSUANCE,
  vin: 0,
  asset_vout: 0,
  reissuance_vout: 1,
  issuer_authorization_endpoint: null,
  issuance_assetblinder: ZEROS,
  issuance_tokenblinder: ZEROS,
};

export const utxo = {
  txid: SENT,
  vout: 0,
  asset: ASSET_ID,
  amount: 100_000,
  registered_user: 1001,
  gaid: GAID,
  blacklisted: false,
  investor: 1001,
  GAID,
};

export const activity = {
  type: "distribution",
  datetime: "2026-08-23T03:21:41.668000Z",
  description: "Distribution to Alice Ames",
  txid: SENT,
  vout: 0,
  blockheight: 2_000_005,
  asset_blinder: ASSET_BLINDER,
  amount_blinder: AMOUNT_BLINDER,
  registered_user: 1001,
  "registered user": 1001,
  investor: 1001,
  GAID,
  gaid: GAID,
  amount: 100_000,
};

const txRow = {
  asset_id: ASSET_ID,
  asset_blinder: ZEROS,
  amount_blinder: ZEROS,
  registered_user: null,
  GAID: null,
  is_treasury: true,
};

export const issuanceTx = {
  txid: ISSUANCE,
  datetime: "2026-08-23T03:18:39.533000Z",
  blockheight: 2_000_002,
  is_issuance: true,
  is_reissuance: false,
  is_distribution: false,
  inputs: [],
  outputs: [
    { ...txRow, vout: 0, amount: 1_000_000_000, is_spent: true, is_burnt: false },
    { ...txRow, asset_id: TOKEN_ID, vout: 1, amount: 1, is_spent: false, is_burnt: false },
  ],
  unblinded_url: `https://blockstream.info/liquidtestnet/tx/${ISSUANCE}#blinded=`,
};

export const ownerships = [
  { owner: "1", amount: 999_900_000, GAID: null },
  { owner: "1001", amount: 100_000, GAID },
];

export const summary = {
  asset_id: ASSET_ID,
  reissuance_token_id: TOKEN_ID,
  issued: 1_000_000_000,
  reissued: 0,
  assigned: 37_500,
  distributed: 100_000,
  burned: 0,
  blacklisted: 0,
  registered_users: 11,
  active_registered_users: 1,
  active_green_subaccounts: 1,
  reissuance_tokens: 1,
};

export const assignment = {
  id: 114,
  registered_user: 1001,
  amount: 37_500,
  receiving_address: null,
  distribution_uuid: null,
  ready_for_distribution: true,
  vesting_datetime: null,
  vesting_timestamp: null,
  has_vested: true,
  is_distributed: false,
  creator: 1,
  GAID,
  gaid: GAID,
  investor: 1001,
};

export const distribution = {
  distribution_uuid: DISTRIBUTION,
  distribution_status: "CONFIRMED",
  transactions: [
    {
      txid: SENT,
      transaction_status: "CONFIRMED",
      included_blockheight: 2_000_005,
      confirmed_datetime: "2026-08-23T03:21:41.668000Z",
      assignments: [{ registered_user: 1001, amount: 100_000, vout: 0 }],
    },
  ],
};

export const distributionOrder = {
  command: "distribute",
  ...orderHead,
  distribution_uuid: DISTRIBUTION,
  map_address_amount: { [RECEIVING]: 0.001 },
  map_address_asset: { [RECEIVING]: ASSET_ID },
};

export const reissueOrder = {
  command: "reissue",
  ...orderHead,
  amount: 0.05,
  reissuance_utxos: [{ txid: ISSUANCE, vout: 1 }],
};

export const burnOrder = {
  command: "burn",
  ...orderHead,
  amount: 0.01,
  utxos: [{ txid: SENT, vout: 1 }],
};

/** `gettransaction` of the node that sent: the address is unconfidential, the amount negative. */
const sentDetail = {
  address: "8mWpGxqBNLDoFpEoWbaBSDWPgsp2RmdFsn",
  category: "send",
  amount: -0.001,
  amountblinder: AMOUNT_BLINDER,
  asset: ASSET_ID,
  assetblinder: ASSET_BLINDER,
  vout: 0,
  fee: -0.00000052,
  abandoned: false,
};

const unspent = {
  txid: SENT,
  vout: 1,
  address: "tex1qg9vhjvj70v767qh7d2c7rd7vjll658akcukgx7",
  scriptPubKey: "0014415979325e7b3daf02fe6ab1e1b7cc97ffaa1fb6",
  amount: 9.999,
  asset: ASSET_ID,
  amountblinder: CHANGE_AMOUNT_BLINDER,
  assetblinder: CHANGE_ASSET_BLINDER,
  confirmations: 2,
  spendable: true,
  solvable: true,
  safe: true,
};

export const distributionReport = {
  tx_data: { txid: SENT, details: [sentDetail] },
  change_data: [unspent],
};

export const burnReport = {
  tx_data: { txid: LATER },
  change_data: [{ ...unspent, txid: LATER, amount: 9.989 }],
};

const received = {
  address: "tex1qmk6p6yk87nfr5wn6nzdsrfmgkgz25k2nm2ncp9",
  category: "receive",
  amount: 0.05,
  amountblinder: CHANGE_AMOUNT_BLINDER,
  asset: ASSET_ID,
  assetblinder: CHANGE_ASSET_BLINDER,
  label: "",
  vout: 0,
  abandoned: false,
};

export const reissueReport = {
  details: [
    received,
    {
      ...received,
      address: "tex1qnl0a2k79829z5mjdzkqew89xsr4c08e3ptwf22",
      asset: TOKEN_ID,
      amount: 0.00000001,
      vout: 1,
    },
  ],
  listissuances: [
    { isreissuance: true, txid: LATER, vin: 1, asset: ASSET_ID, assetamount: 0.05, assetblinds: ZEROS },
  ],
  reissuance_output: { txid: LATER, vin: 1 },
};

export const user = {
  id: 1001,
  GAID,
  is_company: false,
  name: "Alice Ames",
  categories: [1],
  creator: 1,
};

export const category = {
  id: 1,
  name: "Accredited investors EU",
  description: "Identity and means checked within the last two years",
  registered_users: [1001, 1002],
  assets: [UUID],
  investors: [1001, 1002],
};

export const manager = { username: "manager", id: 2, is_locked: false, assets: [UUID] };
