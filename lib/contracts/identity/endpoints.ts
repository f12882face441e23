import type { z } from "zod";
import { AutoInvest, AutoInvestCancellation, AutoInvestList, AutoInvestOrder } from "./auto-invest";
import {
  ChainList,
  ChainTaskList,
  FaucetRequest,
  OperatorTaskList,
  TaskRetry,
  WhitelistRequest,
} from "./chains";
import { Login, MessageLogin, MessageRequest, Refresh, TextRequest, TextToSign, Tokens } from "./login";
import { ApiDescription, Health, KeySet, ServiceInfo } from "./operations";
import { Erasure, PersonalData, TestKyc } from "./personal-data";
import { PinataKey, PinataKeyName } from "./pinata";
import { EmailChange, IdentityUser } from "./user";
import {
  HeldKycList,
  KycRuling,
  KycStatus,
  OperatorKyc,
  VeriffDecision,
  VeriffEvent,
  VerificationSession,
} from "./veriff";

export type IdentityMethod = "GET" | "POST" | "PUT" | "DELETE";

interface Shapes {
  body?: z.ZodType;
  /** The body may be missing altogether. */
  isBodyOptional?: boolean;
  /** The body is handed over as bytes, before anything reads it. */
  isRaw?: boolean;
  /** What the bytes may be: for the description alone. */
  mayHold?: z.ZodType;
  /** Absent: the answer is empty. */
  returns?: z.ZodType;
  /** The answer is a page of this media type, made by the handler. */
  page?: string;
  /** A route that the original does not have: absent in strict mode. */
  isOurs?: boolean;
}

export interface IdentityEndpoint extends Shapes {
  name: string;
  method: IdentityMethod;
  /** Below the service's root; `{names}` take one segment. */
  path: string;
}

type PathOf<R> = R extends `${string} ${infer Path}` ? Path : never;

function row<const R extends `${IdentityMethod} /${string}`, const S extends Shapes>(request: R, shapes: S) {
  const space = request.indexOf(" ");
  const method = request.slice(0, space) as IdentityMethod;
  return { ...shapes, method, path: request.slice(space + 1) as PathOf<R> };
}

/**
 * The operations of the identity service. Who may call which is a rule over paths, not a column, because paths that do
 * not exist follow it too: `server/identity/access.ts`.
 */
export const identityEndpoints = {
  requestText: row("POST /authorize", { body: TextRequest, returns: TextToSign }),
  // the original ignores whatever body there is, so the handler looks for what it knows
  requestMessage: row("POST /authorize/by-message", {
    isRaw: true,
    mayHold: MessageRequest,
    returns: TextToSign,
  }),
  logIn: row("POST /authorize/jwt", { body: Login, returns: Tokens }),
  logInByMessage: row("POST /authorize/jwt/by-message", { body: MessageLogin, returns: Tokens }),
  refresh: row("POST /authorize/refresh", { body: Refresh, returns: Tokens }),
  requestSession: row("POST /veriff/session", { returns: VerificationSession }),
  takeDecision: row("POST /veriff/webhook/decision", { isRaw: true, mayHold: VeriffDecision }),
  takeEvent: row("POST /veriff/webhook/event", { isRaw: true, mayHold: VeriffEvent }),
  verifyForTest: row("POST /test/kyc", { body: TestKyc, returns: IdentityUser }),
  getKyc: row("GET /user/kyc", { returns: KycStatus, isOurs: true }),
  listHeldKyc: row("GET /operator/kyc", { returns: HeldKycList, isOurs: true }),
  getKycOf: row("GET /operator/kyc/{address}", { returns: OperatorKyc, isOurs: true }),
  decideKyc: row("POST /operator/kyc/{address}", { body: KycRuling, returns: OperatorKyc, isOurs: true }),
  listOperatorTasks: row("GET /operator/tasks", { returns: OperatorTaskList, isOurs: true }),
  listChainTasksOf: row("GET /operator/tasks/{address}", { returns: ChainTaskList, isOurs: true }),
  retryTask: row("POST /operator/tasks/{id}/retry", { returns: TaskRetry, isOurs: true }),
  getPersonalData: row("GET /user/data", { returns: PersonalData, isOurs: true }),
  erasePersonalData: row("DELETE /user/data", { returns: Erasure, isOurs: true }),
  getUser: row("GET /user", { returns: IdentityUser }),
  updateUser: row("PUT /user", { body: EmailChange, returns: IdentityUser }),
  requestWhitelisting: row("POST /user/whitelist", { body: WhitelistRequest }),
  listChainTasks: row("GET /user/chain-tasks", { returns: ChainTaskList, isOurs: true }),
  requestCoins: row("POST /faucet/{chainId}", { body: FaucetRequest, isBodyOptional: true }),
  listChains: row("GET /chains", { returns: ChainList, isOurs: true }),
  logOut: row("POST /user/logout", {}),
  makePinataKey: row("GET /user/pinata", { returns: PinataKey }),
  revokePinataKey: row("POST /user/pinata/revoke", { body: PinataKeyName, isOurs: true }),
  orderAutoInvest: row("POST /auto_invest/{chainId}/{campaign}", {
    body: AutoInvestOrder,
    returns: AutoInvest,
  }),
  cancelAutoInvest: row("DELETE /auto_invest/{chainId}/{campaign}", {
    returns: AutoInvestCancellation,
    isOurs: true,
  }),
  listAutoInvests: row("GET /auto_invest/{chainId}/{address}", { returns: AutoInvestList }),
  listCampaignAutoInvests: row("GET /auto_invest/{chainId}/campaign/{campaign}", { returns: AutoInvestList }),
  getHealth: row("GET /actuator/health", { returns: Health }),
  getInfo: row("GET /actuator/info", { returns: ServiceInfo }),
  getDescription: row("GET /docs/openapi.json", { returns: ApiDescription, isOurs: true }),
  getPage: row("GET /docs/index.html", { page: "text/html" }),
  getKeys: row("GET /.well-known/jwks.json", { returns: KeySet, isOurs: true }),
} as const;

export type IdentityEndpointName = keyof typeof identityEndpoints;

export const identityEndpointList: (IdentityEndpoint & { name: IdentityEndpointName })[] = Object.entries(
  identityEndpoints,
).map(([name, endpoint]) => ({ ...endpoint, name: name as IdentityEndpointName }));
