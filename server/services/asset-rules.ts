import { randomUUID } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "@/lib/canonical-json";
import { AuthorizationMessage } from "@/lib/contracts/amp/authorizations";
import type { Actor } from "@/lib/domain/actor";
import type { AssetRules } from "@/lib/domain/asset-rules";
import { endpointProblem } from "@/lib/domain/asset-settings";
import {
  readVerdict,
  SAMPLE_GAIDS,
  type SampleKind,
  type SampleParty,
  type SampleResult,
  sampleMessage,
} from "@/lib/domain/authorizer-sample";
import { isGaid } from "@/lib/domain/gaid";
import { lookOf, toChoices } from "@/lib/domain/sandbox";
import { AppError, fieldError } from "@/lib/errors";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { may } from "@/lib/policy";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { askAsAmp, listDecisions } from "@/server/control/decisions";
import { usersByGaid } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { GuardedGetError, guardedPost } from "@/server/platform/guarded-get";
import { getAsset } from "./assets";
import { allCategories } from "./categories";
import { signSample } from "./sample-signature";
import { controlFor } from "./sandbox";

const SHOWN_DECISIONS = 10;

/** AMP: GET /assets/{a}; the desk's copy of GET /categories. Control: GET /authorizations */
export async function readAssetRules(actor: Actor, assetUuid: string): Promise<AssetRules> {
  await authorize(actor, "asset:settings", assetUuid);
  const [asset, categories] = await Promise.all([getAsset(actor, assetUuid), allCategories(actor)]);
  return {
    asset,
    environment: actor.environment,
    categories: categories.filter(({ id }) => asset.requirements.includes(id)),
    decisions: await recentDecisions(actor, asset),
  };
}

async function recentDecisions(actor: Actor, asset: AssetRules["asset"]): Promise<AssetRules["decisions"]> {
  const isPlayed = actor.environment === "sandbox" && deskEnv().SANDBOX_CONTROL_URL !== undefined;
  if (!isPlayed || !may(actor.role, "sandbox:use")) return null;
  const { assetUuid } = asset;
  const page = { assetUuid, count: SHOWN_DECISIONS };
  const { authorizations } = await listDecisions(await controlFor(actor), page);
  const look = lookOf(toChoices([asset]), { assetUuid, name: null });
  return authorizations.map((decision) => ({ ...decision, asset: look }));
}

interface SampleInput {
  assetUuid: string;
  endpoint: string;
  kind: SampleKind;
  /** GAIDs; empty for made-up ones. */
  from: string;
  to: string;
}

/**
 * Asks an endpoint what it would decide, without AMP: nothing moves and nothing is recorded there. In the sandbox its
 * AMP signs and asks; elsewhere this server, with a key of the workspace, public addresses over https alone.
 * POST {endpoint}/issuerauthorizer. AMP: GET /assets/{a}
 * @throws AppError INVALID_INPUT under `endpoint`, `from` or `to`
 */
export async function tryEndpoint(actor: Actor, input: SampleInput): Promise<SampleResult> {
  const { assetUuid, kind } = input;
  await authorize(actor, "asset:settings", assetUuid);
  const endpoint = readEndpoint(actor, input.endpoint);
  const [asset, [from, to]] = await Promise.all([getAsset(actor, assetUuid), readParties(actor, input)]);
  const sample = sampleMessage({ uuid: randomUUID(), assetId: asset.assetId, kind, from, to });
  const message = z.encode(AuthorizationMessage, sample);
  const url = `${endpoint.replace(/\/+$/, "")}/issuerauthorizer`;
  const detail = { host: new URL(url).host, kind };
  return audited(actor, { action: "asset.endpoint-tried", assetUuid, detail }, async () => {
    const asked = { kind, url, sentAt: now() };
    const breaksSignature = kind === "bad-signature";
    return {
      ...asked,
      ...(actor.environment === "sandbox"
        ? await askInSandbox(actor, { endpoint, message, breaksSignature })
        : await askFromHere(actor, { url, message, breaksSignature })),
    };
  });
}

function readEndpoint(actor: Actor, typed: string): string {
  const endpoint = typed.trim();
  const problem = endpointProblem(endpoint, actor.environment === "sandbox");
  if (problem === null) return endpoint;
  throw fieldError("endpoint", assetSettingsText.endpoint.problems[problem]);
}

/** With the registered users whose wallets they are, as AMP would tell. */
async function readParties(
  actor: Actor,
  input: Pick<SampleInput, "from" | "to">,
): Promise<[SampleParty, SampleParty]> {
  const typed = { from: input.from.trim(), to: input.to.trim() };
  const wrong = (["from", "to"] as const).filter((name) => typed[name] !== "" && !isGaid(typed[name]));
  if (wrong.length > 0) {
    const message = assetRulesText.tester.badGaid;
    const fields = Object.fromEntries(wrong.map((name) => [name, [message]]));
    throw new AppError("INVALID_INPUT", message, { fields });
  }
  const given = Object.values(typed).filter((gaid) => gaid !== "");
  const users = given.length > 0 ? await usersByGaid(actor, given) : new Map();
  const party = (name: "from" | "to"): SampleParty => ({
    gaid: typed[name] || SAMPLE_GAIDS[name],
    registeredUser: users.get(typed[name])?.id ?? null,
  });
  return [party("from"), party("to")];
}

type Asked = Omit<SampleResult, "kind" | "url" | "sentAt">;

async function askInSandbox(
  actor: Actor,
  question: { endpoint: string; message: unknown; breaksSignature: boolean },
): Promise<Asked> {
  const { address, status, ms, answer, words } = await askAsAmp(await controlFor(actor), question);
  const told = status === null ? null : readVerdict(status, answer ?? "");
  return {
    verdict: told?.verdict ?? "unusable",
    reason: told?.error || words,
    status,
    durationMs: ms,
    answer,
    signer: { address, isAmp: true },
  };
}

/** As long as AMP waits. */
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16 * 1024;
const SHOWN_CHARACTERS = 2_000;

async function askFromHere(
  actor: Actor,
  { url, message, breaksSignature }: { url: string; message: unknown; breaksSignature: boolean },
): Promise<Asked> {
  const text = canonicalJson(message);
  const { network } = requireEnvironment(actor.environment);
  const signed = await signSample(actor.workspaceId, network, breaksSignature ? `${text} ` : text);
  const signer = { address: signed.address, isAmp: false };
  const body = canonicalJson({ message, signature: signed.signature });
  const startedAt = performance.now();
  const elapsed = () => Math.round(performance.now() - startedAt);
  try {
    const { status, body: bytes } = await guardedPost(url, body, {
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
    });
    const answer = Buffer.from(bytes).toString("utf8");
    const { verdict, error } = readVerdict(status, answer);
    const durationMs = elapsed();
    return { verdict, reason: error, status, durationMs, answer: answer.slice(0, SHOWN_CHARACTERS), signer };
  } catch (error) {
    if (!(error instanceof GuardedGetError)) throw error;
    const reason = assetRulesText.tester.problems[error.problem];
    return { verdict: "unusable", reason, status: null, durationMs: elapsed(), answer: null, signer };
  }
}
