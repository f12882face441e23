import {
  type ChainTask,
  type ChainTaskState,
  type InvestorView,
  type KycDecision,
  type RequestView,
  SESSION_STATES,
  TASK_STATES,
} from "./investor";
import { REQUEST_STATES, type RequestState } from "./requests";
import { VERIFF_DECISION_NAMES } from "./veriff";

const at = new Date(0);
export const flags = [true, false];
export const decision = (status: KycDecision["status"], isOfThisSession: boolean): KycDecision => ({
  ...{ sessionId: "s", status, code: 0, reason: null, reasonCode: null, decidedAt: null, isOfThisSession },
});
export const DECISIONS = [
  null,
  ...VERIFF_DECISION_NAMES.flatMap((status) => flags.map((isOfThis) => decision(status, isOfThis))),
];
export const SESSIONS = [null, ...SESSION_STATES];

/** Everything is there but the request. */
export const VIEW: InvestorView = {
  ...{ address: "0xab", chainId: 1, sessionEndsAt: at, isServiceReachable: true, email: "a@b.example" },
  kyc: {
    ...{ isCompleted: true, completedAt: at, validUntil: null },
    ...{ isExpired: false, isRevoked: false, isUnderReview: false, session: null, lastDecision: null },
  },
  ampId: { gaid: "GA", boundAt: at },
  issuer: {
    ...{ slug: "acme", name: "Acme", environment: "sandbox", isOpen: true, chainIds: [1] },
    ...{ showsHoldings: true, showsDistributions: true },
  },
  request: null,
  whitelist: null,
  offers: {
    ...{ faucet: false, autoInvest: false, documents: false, holdings: false, testKyc: false },
    ...{ recaptchaSiteKey: null, chains: [] },
  },
};

export function* kycs(): Generator<InvestorView["kyc"]> {
  for (const session of SESSIONS)
    for (const lastDecision of DECISIONS)
      for (const isCompleted of flags)
        for (const isExpired of flags)
          for (const isRevoked of flags)
            for (const isUnderReview of flags)
              yield { ...VIEW.kyc, session, lastDecision, isCompleted, isExpired, isRevoked, isUnderReview };
}

/** The newest work on the wallet's only chain. */
export const workOn = (state: ChainTaskState): ChainTask[] => [
  {
    ...{ id: "t", kind: "whitelist", chainId: 1, contractAddress: null, state },
    ...{ hash: null, reason: null, requestedAt: at, updatedAt: at },
  },
];
export const requestIn = (state: RequestState): RequestView => ({
  ...{ id: "r", state, gaid: "GA", reason: null, unservedChainIds: [], createdAt: at, decidedAt: null },
});

export function* requests(): Generator<Pick<InvestorView, "issuer" | "request" | "whitelist">> {
  const tasks = TASK_STATES.map(workOn);
  for (const issuer of [null, VIEW.issuer, VIEW.issuer && { ...VIEW.issuer, isOpen: false }])
    for (const state of [null, ...REQUEST_STATES])
      for (const whitelist of [null, [], ...tasks]) {
        const request = state && requestIn(state);
        yield { issuer, request, whitelist };
      }
}
