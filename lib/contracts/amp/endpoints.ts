import type { z } from "zod";
import { Activity } from "./activities";
import { Asset, AssetEdit, IssueRequest, IssueResponse } from "./assets";
import { Assignment, AssignmentsCreate } from "./assignments";
import { AssetBalance, LostOutputs } from "./balances";
import { BurnConfirm, BurnOrder, BurnRequest } from "./burns";
import { Category, CategoryAdd, CategoryEdit } from "./categories";
import { CreatedDistribution, Distribution, DistributionConfirm } from "./distributions";
import { GaidAddress, GaidBalance, Gaids, GaidText, GaidValidation } from "./gaids";
import { Changelog, Info } from "./info";
import { Manager, ManagerCreate } from "./managers";
import { Memo, ToldMemo } from "./memo";
import { Ownership } from "./ownerships";
import { DistributedQuery, HeightQuery, PageQuery } from "./queries";
import { RegisteredUser, UserAdd, UserEdit, UserSummary } from "./registered-users";
import {
  Reissuance,
  ReissuanceBrief,
  ReissueConfirm,
  ReissueOrder,
  ReissueRequest,
  ReissueResult,
} from "./reissuances";
import { AssetSummary } from "./summary";
import { AssetTx, AssetTxBrief, UpdateBlinders } from "./transactions";
import { TreasuryAddresses } from "./treasury-addresses";
import { Credentials, PasswordChange, PasswordChanged, Token } from "./user";
import { Outpoints, Utxo } from "./utxos";

export type EndpointMethod = "GET" | "POST" | "PUT" | "DELETE";

/**
 * Who may call: `public` without a token, `any` every signed-in user, `issuer` the issuer alone, `manager` issuer
 * and managers, `manager-attached` issuer and the managers an asset was granted to, `manager-self` managers alone.
 */
export type EndpointRole = "public" | "any" | "issuer" | "manager" | "manager-attached" | "manager-self";

interface Shapes {
  success?: 200 | 201 | 204;
  body?: z.ZodType;
  query?: z.ZodType;
  /** Absent: the answer's body must not be interpreted. */
  returns?: z.ZodType;
  /** What the body may hold where it may as well be empty: the sandbox prints it, nobody here reads it. */
  mayReturn?: z.ZodType;
  /** The same answer with a part of its fields, for who shows many at once. */
  brief?: z.ZodType;
  /** Of an answer that is an object around a long list: the list, which may be read row by row, and its name there. */
  rows?: z.ZodType;
  within?: string;
  changesState?: boolean;
  /** No source is certain of the method: what is asked where AMP answers 405, after which nothing has happened. */
  otherMethod?: EndpointMethod;
}

export interface Endpoint extends Shapes {
  name: string;
  number: number;
  method: EndpointMethod;
  /** Below the base URL, in its canonical slash form. */
  path: string;
  role: EndpointRole;
  success: 200 | 201 | 204;
  /** Must never be prefetched, cached or retried blindly; true for some GETs. */
  changesState: boolean;
}

function row<const P extends string, const S extends Shapes>(
  number: number,
  request: `${EndpointMethod} ${P}`,
  role: EndpointRole,
  shapes: S,
) {
  const space = request.indexOf(" ");
  const method = request.slice(0, space) as EndpointMethod;
  const path = request.slice(space + 1) as P;
  const success = (shapes.success ?? 200) as S extends { success: infer Status } ? Status : 200;
  return { changesState: method !== "GET", ...shapes, success, number, method, path, role };
}

const asset = "/assets/{assetUuid}" as const;
const user = "/registered_users/{registeredUserId}" as const;
const empty = {};

/** The 78 endpoints of AMP, numbered as in its contract. */
export const endpoints = {
  getInfo: row(1, "GET /info", "public", { returns: Info }),
  getChangelog: row(2, "GET /changelog", "manager", { returns: Changelog }),
  obtainToken: row(3, "POST /user/obtain_token", "public", {
    body: Credentials,
    returns: Token,
    changesState: false,
  }),
  refreshToken: row(4, "GET /user/refresh-token", "any", {
    returns: Token,
    changesState: true,
    otherMethod: "POST",
  }),
  changePassword: row(5, "POST /user/change-password", "any", {
    body: PasswordChange,
    returns: PasswordChanged,
    brief: Token,
  }),
  listAssets: row(6, "GET /assets/", "issuer", { returns: Asset.array() }),
  issueAsset: row(7, "POST /assets/issue", "issuer", {
    success: 201,
    body: IssueRequest,
    returns: IssueResponse,
  }),
  getAsset: row(8, `GET ${asset}`, "manager-attached", { returns: Asset }),
  editAsset: row(9, `PUT ${asset}/edit`, "issuer", { body: AssetEdit, returns: Asset }),
  deleteAsset: row(10, `DELETE ${asset}/delete`, "issuer", { success: 204 }),
  registerAsset: row(11, `GET ${asset}/register`, "issuer", { returns: Asset, changesState: true }),
  authorizeAsset: row(12, `GET ${asset}/register-authorized`, "issuer", {
    returns: Asset,
    changesState: true,
  }),
  lockAsset: row(13, `PUT ${asset}/lock`, "issuer", { returns: Asset }),
  unlockAsset: row(14, `PUT ${asset}/unlock`, "issuer", { returns: Asset }),
  getMemo: row(15, `GET ${asset}/memo`, "issuer", { returns: ToldMemo }),
  setMemo: row(16, `POST ${asset}/memo/set`, "issuer", { body: Memo }),
  listTreasuryAddresses: row(17, `GET ${asset}/treasury-addresses`, "issuer", { returns: TreasuryAddresses }),
  addTreasuryAddresses: row(18, `POST ${asset}/treasury-addresses/add`, "issuer", {
    body: TreasuryAddresses,
  }),
  deleteTreasuryAddresses: row(19, `DELETE ${asset}/treasury-addresses/delete`, "issuer", {
    body: TreasuryAddresses,
  }),
  listUtxos: row(20, `GET ${asset}/utxos`, "manager-attached", { returns: Utxo.array() }),
  blacklistUtxos: row(21, `POST ${asset}/utxos/blacklist`, "issuer", {
    body: Outpoints,
    returns: Utxo.array(),
  }),
  whitelistUtxos: row(22, `POST ${asset}/utxos/whitelist`, "issuer", {
    body: Outpoints,
    returns: Utxo.array(),
  }),
  listActivities: row(23, `GET ${asset}/activities`, "manager-attached", {
    query: PageQuery,
    returns: Activity.array(),
  }),
  listTransactions: row(24, `GET ${asset}/txs`, "issuer", {
    query: PageQuery,
    returns: AssetTx.array(),
    brief: AssetTxBrief.array(),
  }),
  getTransaction: row(25, `GET ${asset}/txs/{txid}`, "issuer", { returns: AssetTx }),
  listOwnerships: row(26, `GET ${asset}/ownerships`, "issuer", {
    query: HeightQuery,
    returns: Ownership.array(),
  }),
  getBalance: row(27, `GET ${asset}/balance`, "manager-attached", {
    returns: AssetBalance,
    rows: Ownership.array(),
    within: "confirmed_balance",
  }),
  getSummary: row(28, `GET ${asset}/summary`, "manager-attached", { returns: AssetSummary }),
  listLostOutputs: row(29, `GET ${asset}/lost-outputs`, "issuer", { returns: LostOutputs }),
  updateBlinders: row(30, `POST ${asset}/update-blinders`, "issuer", { body: UpdateBlinders }),
  requestReissuance: row(31, `POST ${asset}/reissue-request`, "issuer", {
    body: ReissueRequest,
    returns: ReissueOrder,
  }),
  confirmReissuance: row(32, `POST ${asset}/reissue-confirm`, "issuer", {
    body: ReissueConfirm,
    returns: ReissueResult,
  }),
  listReissuances: row(33, `GET ${asset}/reissuances`, "issuer", {
    returns: Reissuance.array(),
    brief: ReissuanceBrief.array(),
  }),
  requestBurn: row(34, `POST ${asset}/burn-request`, "issuer", { body: BurnRequest, returns: BurnOrder }),
  confirmBurn: row(35, `POST ${asset}/burn-confirm`, "issuer", { body: BurnConfirm }),
  listAssignments: row(36, `GET ${asset}/assignments`, "manager-attached", {
    query: DistributedQuery,
    returns: Assignment.array(),
  }),
  createAssignment: row(37, `POST ${asset}/assignments/create`, "manager-attached", {
    body: AssignmentsCreate,
    returns: Assignment.array(),
  }),
  getAssignment: row(38, `GET ${asset}/assignments/{assignmentId}`, "manager-attached", {
    returns: Assignment,
  }),
  lockAssignment: row(39, `PUT ${asset}/assignments/{assignmentId}/lock`, "manager-attached", {
    returns: Assignment,
  }),
  unlockAssignment: row(40, `PUT ${asset}/assignments/{assignmentId}/unlock`, "manager-attached", {
    returns: Assignment,
  }),
  deleteAssignment: row(41, `DELETE ${asset}/assignments/{assignmentId}/delete`, "manager-attached", {
    success: 204,
  }),
  listDistributions: row(42, `GET ${asset}/distributions`, "issuer", { returns: Distribution.array() }),
  createDistribution: row(43, `GET ${asset}/distributions/create/`, "issuer", {
    returns: CreatedDistribution,
    changesState: true,
  }),
  getDistribution: row(44, `GET ${asset}/distributions/{distributionUuid}`, "issuer", {
    returns: Distribution,
  }),
  confirmDistribution: row(45, `POST ${asset}/distributions/{distributionUuid}/confirm`, "issuer", {
    body: DistributionConfirm,
  }),
  cancelDistribution: row(46, `DELETE ${asset}/distributions/{distributionUuid}/cancel`, "issuer", empty),
  listRegisteredUsers: row(47, "GET /registered_users/", "manager", { returns: RegisteredUser.array() }),
  addRegisteredUser: row(48, "POST /registered_users/add", "manager", {
    success: 201,
    body: UserAdd,
    returns: RegisteredUser,
  }),
  getRegisteredUser: row(49, `GET ${user}`, "manager", { returns: RegisteredUser }),
  editRegisteredUser: row(50, `PUT ${user}/edit`, "manager", { body: UserEdit, returns: RegisteredUser }),
  deleteRegisteredUser: row(51, `DELETE ${user}/delete`, "manager", { success: 204 }),
  getUserSummary: row(52, `GET ${user}/summary`, "manager-attached", { returns: UserSummary }),
  listUserGaids: row(53, `GET ${user}/gaids`, "manager", { returns: Gaids }),
  addUserGaid: row(54, `POST ${user}/gaids/add`, "manager", { body: GaidText }),
  setDefaultGaid: row(55, `POST ${user}/gaids/set-default`, "manager", { body: GaidText }),
  validateGaid: row(56, "GET /gaids/{gaid}/validate", "manager", { returns: GaidValidation }),
  getGaidAddress: row(57, "GET /gaids/{gaid}/address", "issuer", {
    returns: GaidAddress,
    changesState: true,
  }),
  getGaidUser: row(58, "GET /gaids/{gaid}/registered_user", "issuer", { returns: RegisteredUser }),
  listGaidBalances: row(59, "GET /gaids/{gaid}/balance", "issuer", { returns: GaidBalance.array() }),
  getGaidBalance: row(60, "GET /gaids/{gaid}/balance/{assetUuid}", "issuer", { returns: GaidBalance }),
  listCategories: row(61, "GET /categories", "manager", { returns: Category.array() }),
  addCategory: row(62, "POST /categories/add", "issuer", {
    success: 201,
    body: CategoryAdd,
    returns: Category,
  }),
  getCategory: row(63, "GET /categories/{categoryId}", "manager", { returns: Category }),
  editCategory: row(64, "PUT /categories/{categoryId}/edit", "issuer", {
    body: CategoryEdit,
    returns: Category,
  }),
  deleteCategory: row(65, "DELETE /categories/{categoryId}/delete", "issuer", { success: 204 }),
  addCategoryUser: row(66, "PUT /categories/{categoryId}/registered_users/{registeredUserId}/add", "issuer", {
    returns: Category,
  }),
  removeCategoryUser: row(
    67,
    "PUT /categories/{categoryId}/registered_users/{registeredUserId}/remove",
    "issuer",
    { returns: Category },
  ),
  addCategoryAsset: row(68, "PUT /categories/{categoryId}/assets/{assetUuid}/add", "issuer", {
    returns: Category,
  }),
  removeCategoryAsset: row(69, "PUT /categories/{categoryId}/assets/{assetUuid}/remove", "issuer", {
    returns: Category,
  }),
  listManagers: row(70, "GET /managers", "issuer", { returns: Manager.array() }),
  createManager: row(71, "POST /managers/create", "issuer", {
    success: 201,
    body: ManagerCreate,
    returns: Manager,
  }),
  getOwnManager: row(72, "GET /managers/me", "manager-self", { returns: Manager }),
  getManager: row(73, "GET /managers/{managerId}", "issuer", { returns: Manager }),
  lockManager: row(74, "PUT /managers/{managerId}/lock", "issuer", { mayReturn: Manager }),
  unlockManager: row(75, "PUT /managers/{managerId}/unlock", "issuer", { mayReturn: Manager }),
  changeManagerPassword: row(76, "POST /managers/{managerId}/change-password", "issuer", {
    body: PasswordChange,
    returns: PasswordChanged,
    brief: Token,
  }),
  addManagerAsset: row(77, "PUT /managers/{managerId}/assets/{assetUuid}/add", "issuer", {
    mayReturn: Manager,
  }),
  removeManagerAsset: row(78, "PUT /managers/{managerId}/assets/{assetUuid}/remove", "issuer", {
    mayReturn: Manager,
    otherMethod: "POST",
  }),
};

export type EndpointName = keyof typeof endpoints;

/** Their answers hold decimals or sums beyond 2^53, which only `lib/exact-json.ts` prints and reads digit by digit. */
export const exactAnswers: ReadonlySet<string> = new Set<EndpointName>([
  "createDistribution",
  "requestReissuance",
  "requestBurn",
  "getSummary",
  "getUserSummary",
]);

export const endpointList: Endpoint[] = Object.entries(endpoints).map(([name, endpoint]) => ({
  name,
  ...endpoint,
}));
