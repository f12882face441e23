import { type EndpointName, endpoints } from "@/lib/contracts/amp/endpoints";
import type { Manager } from "@/lib/contracts/amp/managers";
import type { Preview } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { previewText } from "@/lib/messages/preview";
import type { AmpClient } from "@/server/amp/client";

interface AnyInput {
  path?: Record<string, string | number>;
}

// An actor and its preview are made once per request, so grants are asked for once per request and never outlive it.
const managers = new WeakMap<Preview, Promise<Manager>>();

/**
 * AMP as a manager sees it, asked with the issuer's token: by the table of endpoints and the manager's grants. Nothing
 * that changes something gets through. AMP: GET /managers/{m} for the grants, once per request
 * @throws AppError FORBIDDEN, NOT_FOUND as AMP would answer the manager
 */
export function asManager(amp: AmpClient, preview: Preview): AmpClient {
  function own(): Promise<Manager> {
    const { managerId } = preview;
    const manager = managers.get(preview) ?? amp.call("getManager", { path: { managerId } });
    managers.set(preview, manager);
    return manager;
  }

  async function check(name: EndpointName, input: AnyInput = {}): Promise<void> {
    const { role, changesState } = endpoints[name];
    if (changesState) throw new AppError("FORBIDDEN", previewText.noChange);
    if (role === "issuer" || role === "any") throw new AppError("FORBIDDEN", errorsText.issuerOnly);
    const { assetUuid } = input.path ?? {};
    if (role !== "manager-attached" || assetUuid === undefined) return;
    if (!(await own()).assets.includes(String(assetUuid)))
      throw new AppError("NOT_FOUND", errorsText.noAsset);
  }

  async function call(name: EndpointName, input?: AnyInput): Promise<unknown> {
    await check(name, input);
    if (name === "getOwnManager") return own();
    const answer = await amp.call(name as "getUserSummary", input as never);
    // It names no asset in its path; a manager is told of the granted ones alone.
    if (name !== "getUserSummary") return answer;
    const { assets } = await own();
    return answer.filter(({ assetUuid }) => assets.includes(assetUuid));
  }

  async function brief(name: EndpointName, input?: AnyInput): Promise<unknown> {
    await check(name, input);
    return amp.brief(name as "listTransactions", input as never);
  }

  async function* rows(name: EndpointName, input?: AnyInput) {
    await check(name, input);
    yield* amp.rows(name as "listRegisteredUsers", input as never);
  }

  return { call, brief, rows } as unknown as AmpClient;
}
