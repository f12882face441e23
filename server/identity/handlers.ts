import type { z } from "zod";
import type { IdentityEndpointName, identityEndpoints } from "@/lib/contracts/identity/endpoints";
import { cancelAutoInvest, listOfCampaign, listOfWallet, orderAutoInvest } from "./auto-invest/auto-invest";
import type { OrderKey } from "./auto-invest/order-store";
import { listChainTasks } from "./chain-tasks/chain-tasks";
import { listOperatorTasks } from "./chain-tasks/dead-letters";
import { retryTask } from "./chain-tasks/retry";
import { readChainId } from "./chains/path";
import { listChains } from "./chains/usable";
import { requestCoins } from "./faucet/faucet";
import { decideKyc, getKycOf, listHeldKyc } from "./kyc/operator";
import { erasePersonalData, exportPersonalData } from "./kyc/personal-data";
import { getKyc } from "./kyc/status";
import { verifyForTest } from "./kyc/test-kyc";
import { logIn, logInByMessage } from "./login/login";
import { handOutMessage, handOutText } from "./login/texts";
import { describeService, showDescription } from "./openapi/describe";
import { health } from "./operations";
import { makePinataKey } from "./pinata/pinata";
import { revokePinataKey } from "./pinata/revoke";
import { requestWhitelisting } from "./queues/whitelist";
import type { Identity } from "./service";
import type { Access } from "./tokens/access-token";
import { publishKeys } from "./tokens/keys";
import { logOut } from "./tokens/logout";
import { refresh } from "./tokens/refresh";
import { getUser, updateEmail } from "./users/users";
import { takeDecision } from "./veriff/decisions";
import { takeEvent } from "./veriff/events";
import { requestSession } from "./veriff/sessions";

type Table = typeof identityEndpoints;
type BodyOf<E> = E extends { isRaw: true }
  ? Uint8Array
  : E extends { body: infer B extends z.ZodType }
    ? z.output<B>
    : undefined;
type ReturnOf<E> = E extends { returns: infer R extends z.ZodType } ? z.output<R> : unknown;

export interface Call<Body = undefined> {
  /** Set on every path that is not public. */
  access: Access | null;
  params: Record<string, string>;
  body: Body;
  request: Request;
  /** Whose call it is; null when nothing is known. */
  ip: string | null;
}

type Handlers = {
  [N in IdentityEndpointName]: (
    identity: Identity,
    call: Call<BodyOf<Table[N]>>,
  ) => Promise<ReturnOf<Table[N]>> | ReturnOf<Table[N]>;
};

/** The caller of a path that is not public. */
export function callerOf({ access }: Pick<Call, "access">): Access {
  if (!access) throw new Error("This path is public and asks for a caller.");
  return access;
}

/** The caller's order that a path names. */
const orderOf = (call: Pick<Call, "access" | "params">): OrderKey => ({
  chainId: readChainId(call.params.chainId),
  wallet: callerOf(call).address,
  campaign: call.params.campaign ?? "",
});

/** What each endpoint does, by its name. */
export const handlers: Handlers = {
  requestText: (identity, { body, request, ip }) =>
    handOutText(identity, body, request.headers.get("origin"), ip),
  requestMessage: (identity, { body }) => handOutMessage(identity, body),
  logIn: (identity, { body, ip }) => logIn(identity, body, ip),
  logInByMessage: (identity, { body }) => logInByMessage(identity, body),
  refresh: (identity, { body }) => refresh(identity, body.refreshToken),
  requestSession: (identity, call) => requestSession(identity, callerOf(call).address, call.request),
  takeDecision: (identity, { body, request }) => takeDecision(identity, body, request.headers),
  takeEvent: (identity, { body, request }) => takeEvent(identity, body, request.headers),
  verifyForTest: (identity, call) => verifyForTest(identity, callerOf(call).address, call.body),
  getKyc: (identity, call) => getKyc(identity, callerOf(call).address),
  listHeldKyc: (identity) => listHeldKyc(identity),
  getKycOf: (identity, { params }) => getKycOf(identity, params.address ?? ""),
  decideKyc: (identity, { params, body }) => decideKyc(identity, params.address ?? "", body),
  listOperatorTasks: (identity) => listOperatorTasks(identity),
  listChainTasksOf: (identity, { params }) => listChainTasks(identity, (params.address ?? "").toLowerCase()),
  retryTask: (identity, { params }) => retryTask(identity, params.id ?? ""),
  getPersonalData: (identity, call) => exportPersonalData(identity, callerOf(call)),
  erasePersonalData: (identity, call) => erasePersonalData(identity, callerOf(call)),
  getUser: (identity, call) => getUser(identity, callerOf(call).address),
  updateUser: (identity, call) => updateEmail(identity, callerOf(call).address, call.body.email),
  requestWhitelisting: (identity, call) => requestWhitelisting(identity, callerOf(call).address, call.body),
  listChainTasks: (identity, call) => listChainTasks(identity, callerOf(call).address),
  requestCoins: (identity, call) =>
    requestCoins(identity, callerOf(call).address, readChainId(call.params.chainId), call.body),
  listChains: (identity) => listChains(identity),
  logOut: (identity, call) => logOut(identity, callerOf(call)),
  makePinataKey: (identity, call) => makePinataKey(identity, callerOf(call).address),
  revokePinataKey: (identity, { body }) => revokePinataKey(identity, body.pinataApiKey),
  orderAutoInvest: (identity, call) => orderAutoInvest(identity, orderOf(call), call.body.amount),
  cancelAutoInvest: (identity, call) => cancelAutoInvest(identity, orderOf(call)),
  listAutoInvests: (identity, { access, params }) =>
    listOfWallet(identity, access, readChainId(params.chainId), params.address ?? ""),
  listCampaignAutoInvests: (identity, { access, params }) =>
    listOfCampaign(identity, access, readChainId(params.chainId), params.campaign ?? ""),
  getHealth: (identity) => health(identity),
  getInfo: () => ({}),
  getDescription: (identity, { request }) => ({ ...describeService(identity, request) }),
  getPage: (identity, { request }) => showDescription(identity, request),
  getKeys: (identity) => publishKeys(identity),
};
