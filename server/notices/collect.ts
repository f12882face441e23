import type { Notice } from "@/lib/domain/notices";
import { workOfBatch, workOfJob } from "@/lib/domain/unfinished-words";
import {
  ATTENDED_MS,
  batchNeedsPerson,
  isJobLeft,
  type OpenBatch,
  type OpenJob,
} from "@/lib/domain/unfinished-work";
import { isOfLostOutputs } from "@/lib/domain/watch";
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
import { authorizableAssets, findRound, listAlerts } from "@/server/watch/store";

/** Looked through at most, of each kind. */
const LIMIT = 200;
/** A treasury that could not be looked at for so long needs a person; a restart does not. */
const UNWATCHED_MS = 15 * 60_000;
const { notices: text } = noticesText;

/** What of a workspace needs a person now, from what the desk itself has stored. */
export async function noticesOf(workspaceId: string): Promise<Notice[]> {
  const [alerts, round, operations, requests, jobs, batches, authorizable] = await Promise.all([
    listAlerts(workspaceId, { states: ["open"], limit: LIMIT }),
    findRound(workspaceId),
    listOperations(workspaceId, { state: "open", limit: LIMIT }),
    requestsInNeed(workspaceId, LIMIT),
    openJobs(workspaceId, LIMIT),
    openBatchesOfAll(workspaceId, LIMIT),
    authorizableAssets(workspaceId, new Date(now().getTime() - ATTENDED_MS)),
  ]);
  return [
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
    ...operations.filter(needsPerson).map(ofOperation),
    ...requests.map(ofRequest),
    ...jobs.filter((job) => isJobLeft(job, now())).map(ofJob),
    ...batches.filter((batch) => batchNeedsPerson(batch, now())).map(ofBatch),
  ];
}

type Round = Awaited<ReturnType<typeof findRound>>;

function unwatched(round: Round): Notice[] {
  const since = round?.goodAt;
  if (!round?.problem || !since || now().getTime() - since.getTime() < UNWATCHED_MS) return [];
  const words = { title: text.watchAway, detail: text.watchAwayText };
  return [{ key: "watch:away", topic: "watch", ...words, path: routes.treasury, raisedAt: since }];
}

function lowFee(round: Round): Notice[] {
  if (!round?.lowFeeSince) return [];
  const words = { title: text.lowFee, detail: text.lowFeeText };
  return [
    { key: "watch:low-fee", topic: "watch", ...words, path: routes.treasury, raisedAt: round.lowFeeSince },
  ];
}

const needsPerson = ({ state, problem, nextRunAt }: ListedOperation): boolean =>
  state === "stopped" || state === "unknown" || (problem !== null && nextRunAt === null);

function ofOperation(operation: ListedOperation): Notice {
  const { id, state, kind, intent, updatedAt } = operation;
  const name = operationsText.of(kind, intent.assetName);
  const words =
    state === "unknown"
      ? { title: text.operationUnknown(name), detail: text.operationUnknownText }
      : { title: text.operationStopped(name), detail: text.operationStoppedText };
  const path = routes.operation(operation);
  return { key: `operation:${id}`, topic: "operation", ...words, path, raisedAt: updatedAt };
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
