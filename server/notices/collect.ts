import type { Notice, NoticeTopic } from "@/lib/domain/notices";
import { workOfBatch, workOfJob } from "@/lib/domain/unfinished-words";
import {
  ATTENDED_MS,
  batchNeedsPerson,
  isJobLeft,
  type OpenBatch,
  type OpenJob,
} from "@/lib/domain/unfinished-work";
import { isOfLostOutputs, unwatchedBy } from "@/lib/domain/watch";
import { noticesText } from "@/lib/messages/notices";
import { operationsText } from "@/lib/messages/operations";
import { requestsText } from "@/lib/messages/requests";
import { watchText } from "@/lib/messages/watch";
import { routes } from "@/lib/routes";
import { openBatchesOfAll } from "@/server/assigning/open-batches-store";
import { now } from "@/server/platform/clock";
import { openJobs } from "@/server/register/open-jobs-store";
import { requestsInNeed, type StoredRequest } from "@/server/requests/store";
import { type ListedOperation, listOperations } from "@/server/treasury/store";
import { findWorkspace, refusedSince } from "@/server/vault/store";
import { listBooks, type StoredBooks } from "@/server/watch/books-store";
import { authorizableAssets, findRound, listAlerts } from "@/server/watch/store";
import { reached, requestsGivenTo } from "./managers";

/** Looked through at most, of each kind. */
const LIMIT = 200;
const OF_REQUESTS: NoticeTopic[] = ["request", "kyc"];
const { notices: text } = noticesText;

/** What needs a person now, as far as it can be told. */
export interface Noticed {
  notices: Notice[];
  /** Of these there may be more: what was told of before is not over because it is missing here. */
  unsure: NoticeTopic[];
}

/** What of a workspace needs a person now, from what the desk itself has stored. */
export async function noticesOf(workspaceId: string): Promise<Noticed> {
  const workspace = await findWorkspace(workspaceId);
  const manager = workspace?.role === "manager" ? workspace : null;
  const [alerts, round, operations, given, jobs, batches, authorizable, books, signedOutAt] =
    await Promise.all([
      listAlerts(workspaceId, { states: ["open"], limit: LIMIT }),
      findRound(workspaceId),
      listOperations(workspaceId, { state: "open", limit: LIMIT }),
      manager ? requestsGivenTo(manager, LIMIT) : ownRequests(workspaceId),
      openJobs(workspaceId, LIMIT),
      openBatchesOfAll(workspaceId, LIMIT),
      authorizableAssets(workspaceId, new Date(now().getTime() - ATTENDED_MS)),
      listBooks(workspaceId),
      refusedSince(workspaceId),
    ]);
  const left = {
    jobs: jobs.filter((job) => isJobLeft(job, now())),
    batches: batches.filter((batch) => batchNeedsPerson(batch, now())),
  };
  const notices = [
    ...alerts.map(({ id, kind, assetName, assetUuid, raisedAt }): Notice => {
      const { title, text: detail } = watchText.kinds[kind];
      const path = isOfLostOutputs(kind) ? routes.lostOutputs(assetUuid) : routes.treasury;
      return {
        key: `watch:${id}`,
        topic: "watch",
        title: text.watch(assetName, title),
        detail,
        path,
        raisedAt,
      };
    }),
    ...signedOut(signedOutAt, manager ? text.managerSignedOutText : text.signedOutText),
    ...unwatched(round),
    ...lowFee(round),
    ...authorizable.map(
      ({ assetUuid, name, since }): Notice => ({
        key: `unauthorized:${assetUuid}`,
        topic: "watch",
        title: text.unauthorized(name),
        detail: text.unauthorizedText,
        path: routes.asset(assetUuid),
        raisedAt: since,
      }),
    ),
    ...books.flatMap(ofBooks).filter(({ raisedAt }) => now().getTime() - raisedAt.getTime() > ATTENDED_MS),
    ...operations.flatMap(ofOperation),
    ...given.requests.map(ofRequest),
    ...(await reached(manager, left.jobs)).map(ofJob),
    ...(await reached(manager, left.batches)).map(ofBatch),
  ];
  return { notices, unsure: given.isWhole ? [] : OF_REQUESTS };
}

/** An issuer's own are known without AMP. */
const ownRequests = async (workspaceId: string) => ({
  requests: await requestsInNeed(workspaceId, LIMIT),
  isWhole: true,
});

/** Both come up for a moment while somebody works elsewhere. */
function ofBooks({ assetUuid, name, lackingSince, orders }: StoredBooks): Notice[] {
  const told = (key: string, title: string, detail: string, path: string, raisedAt: Date): Notice[] => [
    { key, topic: "watch", title, detail, path, raisedAt },
  ];
  const lacking = (since: Date) =>
    told(`blinders:${assetUuid}`, text.blinders(name), text.blindersText, routes.blinders(assetUuid), since);
  return [
    ...(lackingSince === null ? [] : lacking(lackingSince)),
    ...orders.flatMap(({ distributionUuid, since }) => {
      const words = [text.foreignOrder(name), text.foreignOrderText] as const;
      return told(`order:${distributionUuid}`, ...words, routes.distributions(assetUuid), since);
    }),
  ];
}

type Round = Awaited<ReturnType<typeof findRound>>;

/** Whoever collects this is the worker itself: that it rests, it could not tell. */
function unwatched(round: Round): Notice[] {
  const found = unwatchedBy(round, 0, now());
  if (found === null || found.reason === "resting") return [];
  const words = { title: text.watchAway, detail: text.watchAwayText[found.reason] };
  return [{ key: "watch:away", topic: "watch", ...words, path: routes.treasury, raisedAt: found.since }];
}

function signedOut(raisedAt: Date | null, detail: string): Notice[] {
  if (raisedAt === null) return [];
  const words = { title: text.signedOut, detail };
  return [{ key: "account:signed-out", topic: "account", ...words, path: routes.signIn(), raisedAt }];
}

function lowFee(round: Round): Notice[] {
  if (!round?.lowFeeSince) return [];
  const words = { title: text.lowFee, detail: text.lowFeeText };
  return [
    { key: "watch:low-fee", topic: "watch", ...words, path: routes.treasury, raisedAt: round.lowFeeSince },
  ];
}

const isAtRest = ({ state, problem, nextRunAt }: ListedOperation): boolean =>
  state === "stopped" || state === "unknown" || (problem !== null && nextRunAt === null);

/** It tries again by itself, which a locked wallet does not end and what lasts for long may not either. */
function waitsForPerson({ problem }: ListedOperation): boolean {
  if (!problem || problem.behind) return false;
  const { code, since } = problem;
  return code === "wallet-locked" || (since !== undefined && now().getTime() - since.getTime() > ATTENDED_MS);
}

function ofOperation(operation: ListedOperation): Notice[] {
  const { id, kind, intent, problem, updatedAt } = operation;
  const name = operationsText.of(kind, intent.assetName);
  const told = (key: string, title: string, detail: string, raisedAt: Date): Notice[] => [
    { key, topic: "operation", title, detail, path: routes.operation(operation), raisedAt },
  ];
  if (operation.state === "unknown")
    return told(`operation:${id}`, text.operationUnknown(name), text.operationUnknownText, updatedAt);
  if (isAtRest(operation))
    return told(`operation:${id}`, text.operationStopped(name), text.operationStoppedText, updatedAt);
  if (!waitsForPerson(operation)) return [];
  const since = problem?.since ?? updatedAt;
  return problem?.code === "wallet-locked"
    ? told(`operation:${id}:locked`, text.operationLocked(name), text.operationLockedText, since)
    : told(`operation:${id}:waits`, text.operationWaits(name), text.operationWaitsText, since);
}

function ofJob(job: OpenJob): Notice {
  // Why it waits can be in AMP's words, which stay on the page.
  const { title, detail, href } = workOfJob({ ...job, problem: null });
  const key = `job:${job.id}:${job.state}`;
  return { key, topic: "work", title, detail, path: href, raisedAt: job.finishedAt ?? job.begunAt };
}

function ofBatch(batch: OpenBatch): Notice {
  const { tone, title, detail, href } = workOfBatch(batch, now());
  return {
    key: `batch:${batch.id}:${tone}`,
    topic: "work",
    title,
    detail,
    path: href,
    raisedAt: batch.movedAt,
  };
}

function ofRequest({ id, state, kycAlert, kycAlertAt, createdAt }: StoredRequest): Notice {
  const path = routes.request(id);
  const name = requestsText.shortId(id);
  const about = (topic: Notice["topic"], title: string, detail: string, raisedAt: Date): Notice => ({
    key: `${topic}:${id}:${state}`,
    topic,
    title,
    detail,
    path,
    raisedAt,
  });
  if (state === "open") return about("request", text.request(name), text.requestText, createdAt);
  if (state === "approving") return about("request", text.approval(name), text.approvalText, createdAt);
  const { overview, overviewText } = requestsText.alert;
  return about("kyc", overview[kycAlert ?? "missing"](name), overviewText, kycAlertAt ?? createdAt);
}
