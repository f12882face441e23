import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import {
  ASSET_ID,
  activity,
  asset,
  assignment,
  burnOrder,
  burnReport,
  category,
  distribution,
  distributionOrder,
  distributionReport,
  GAID,
  ISSUANCE,
  issuanceTx,
  issueRequest,
  issueResponse,
  LATER,
  manager,
  ownerships,
  RECEIVING,
  reissueOrder,
  reissueReport,
  SECOND_GAID,
  SENT,
  summary,
  TOKEN_ADDRESS,
  TREASURY,
  UUID,
  user,
  utxo,
} from "./world";

export interface EndpointExamples {
  body?: unknown;
  answer?: unknown;
  /** Other successful answers by what they say. */
  alsoAnswers?: Readonly<Record<string, unknown>>;
}

const token = "9c1d3f5b7a2e4d60818c9aab1f2e3d4c5b6a7980";
const passwordChanged = (username: string) => ({ username, password: "eleven-grey-boats", token });
const outpoints = [{ txid: SENT, vout: 0 }];
const gaidBalance = { asset_uuid: UUID, asset_id: ASSET_ID, balance: 100_000 };
const lost = { lost_outputs: [], reissuance_lost_outputs: [] };
const noLock = { ...asset, is_locked: false };
const held = { ...assignment, ready_for_distribution: false };

/** What is sent to each endpoint and what comes back; a body that must not be read has no example. */
export const endpointExamples: Readonly<Record<EndpointName, EndpointExamples>> = {
  getInfo: { answer: { version: "0.1.13", notes: "sandbox" } },
  getChangelog: {
    answer: {
      "0.1.10": "Add transactions of an asset.\n",
      "0.1.2": "Add precision.\n",
      "0.1.9": "Activities: add blinders.\n",
    },
  },
  obtainToken: { body: { username: "issuer", password: "issuer-password" }, answer: { token } },
  refreshToken: { answer: { token } },
  changePassword: { body: { password: "eleven-grey-boats" }, answer: passwordChanged("issuer") },
  listAssets: { answer: [asset] },
  issueAsset: { body: issueRequest, answer: issueResponse },
  getAsset: { answer: asset },
  editAsset: {
    body: { issuer_authorization_endpoint: "https://transfers.example.com/amp" },
    answer: { ...asset, issuer_authorization_endpoint: "https://transfers.example.com/amp" },
  },
  deleteAsset: {},
  registerAsset: { answer: { ...asset, is_registered: true } },
  authorizeAsset: { answer: asset },
  lockAsset: { answer: { ...asset, is_locked: true } },
  unlockAsset: { answer: noLock },
  getMemo: { answer: "Board approval of 12 August" },
  setMemo: { body: "Board approval of 12 August" },
  listTreasuryAddresses: { answer: [TREASURY, TOKEN_ADDRESS] },
  addTreasuryAddresses: { body: [TOKEN_ADDRESS] },
  deleteTreasuryAddresses: { body: [TOKEN_ADDRESS] },
  listUtxos: { answer: [utxo] },
  blacklistUtxos: { body: outpoints, answer: [{ ...utxo, blacklisted: true }] },
  whitelistUtxos: { body: outpoints, answer: [utxo] },
  listActivities: { answer: [activity] },
  listTransactions: { answer: [issuanceTx] },
  getTransaction: { answer: issuanceTx },
  listOwnerships: { answer: ownerships },
  getBalance: { answer: { confirmed_balance: ownerships, ...lost } },
  getSummary: { answer: summary },
  listLostOutputs: {
    answer: lost,
    alsoAnswers: {
      "The treasury moved without an order": { ...lost, lost_outputs: [{ txid: LATER, vout: 2 }] },
    },
  },
  updateBlinders: {
    body: {
      txid: ISSUANCE,
      vout: 0,
      asset_blinder: "93c5ad70e1949007bed33c348ba3426cc3bd2f91b5a477301fd0a2b4c6d8e0f1",
      amount_blinder: "0b6c1f94d2a87e35c1b05f42e9d8736a4c2b1a09f8e7d6c5b4a3928170695847",
    },
  },
  requestReissuance: { body: { amount_to_reissue: 5_000_000 }, answer: reissueOrder },
  confirmReissuance: { body: reissueReport, answer: { txid: LATER, vin: 1, reissuance_amount: 5_000_000 } },
  listReissuances: {
    answer: [
      {
        txid: LATER,
        vout: 0,
        destination_address: "tex1qmk6p6yk87nfr5wn6nzdsrfmgkgz25k2nm2ncp9",
        reissuance_amount: 5_000_000,
        confirmed_in_block: "9d0c2b7e5a41f3886d1c0e9b7a5f4d3c2b1a09182736455463728190a0b1c2d3",
        created: "2026-08-29T03:23:42.845000Z",
      },
    ],
  },
  requestBurn: { body: { amount: 1_000_000 }, answer: burnOrder },
  confirmBurn: { body: burnReport },
  listAssignments: { answer: [assignment] },
  createAssignment: {
    body: { assignments: [{ registered_user: 1001, amount: 37_500, ready_for_distribution: true }] },
    answer: [assignment],
  },
  getAssignment: {
    answer: assignment,
    alsoAnswers: {
      "Under way": {
        ...assignment,
        receiving_address: RECEIVING,
        distribution_uuid: distribution.distribution_uuid,
      },
      "Vests later": {
        ...assignment,
        vesting_datetime: "2027-01-01T00:00:00.000000Z",
        vesting_timestamp: 1_798_761_600,
        has_vested: false,
      },
    },
  },
  lockAssignment: { answer: held },
  unlockAssignment: { answer: assignment },
  deleteAssignment: {},
  listDistributions: { answer: [distribution] },
  createDistribution: {
    answer: distributionOrder,
    alsoAnswers: { "Nothing is ready": { Error: "No assignments are ready for distribution." } },
  },
  getDistribution: { answer: distribution },
  confirmDistribution: { body: distributionReport },
  cancelDistribution: {},
  listRegisteredUsers: { answer: [user] },
  addRegisteredUser: {
    body: { name: "Alice Ames", is_company: false, GAID },
    answer: { ...user, categories: [] },
  },
  getRegisteredUser: { answer: user },
  editRegisteredUser: { body: { name: "Alice Ames-Okafor" }, answer: { ...user, name: "Alice Ames-Okafor" } },
  deleteRegisteredUser: {},
  getUserSummary: {
    answer: [
      {
        asset_uuid: UUID,
        asset_id: ASSET_ID,
        assignments: [assignment],
        assignments_sum: 37_500,
        distributions: [distribution],
        distributions_sum: 100_000,
        balance: 100_000,
      },
    ],
  },
  listUserGaids: { answer: [GAID, SECOND_GAID] },
  addUserGaid: { body: SECOND_GAID },
  setDefaultGaid: { body: SECOND_GAID },
  validateGaid: {
    answer: { is_valid: true },
    alsoAnswers: { "No GAID": { is_valid: false, error: "Invalid GAID" } },
  },
  getGaidAddress: { answer: { address: RECEIVING } },
  getGaidUser: { answer: user },
  listGaidBalances: { answer: [gaidBalance] },
  getGaidBalance: { answer: gaidBalance },
  listCategories: { answer: [category] },
  addCategory: {
    body: { name: category.name, description: category.description },
    answer: { ...category, registered_users: [], investors: [], assets: [] },
  },
  getCategory: { answer: category },
  editCategory: {
    body: { description: "Checked within the last year" },
    answer: { ...category, description: "Checked within the last year" },
  },
  deleteCategory: {},
  addCategoryUser: { answer: category },
  removeCategoryUser: { answer: { ...category, registered_users: [1002], investors: [1002] } },
  addCategoryAsset: { answer: category },
  removeCategoryAsset: { answer: { ...category, assets: [] } },
  listManagers: { answer: [manager] },
  createManager: {
    body: { username: "manager", password: "manager-password" },
    answer: { ...manager, is_locked: true, assets: [] },
  },
  getOwnManager: { answer: manager },
  getManager: { answer: manager },
  lockManager: { answer: { ...manager, is_locked: true } },
  unlockManager: { answer: manager },
  changeManagerPassword: { body: { password: "eleven-grey-boats" }, answer: passwordChanged("manager") },
  addManagerAsset: { answer: manager },
  removeManagerAsset: { answer: { ...manager, assets: [] } },
};
