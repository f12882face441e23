import { randomUUID } from "node:crypto";
import type { MassChange, SelectionChange } from "@/lib/domain/assignment";
import type { AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { pool } from "@/server/db/client";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { turnClock } from "@/server/platform/clock";
import { runDueUserJobs } from "@/server/register/runner";
import { mortalBench } from "@/server/register/testing-mortal";
import { assign, type ReadyAsset, readyAsset } from "@/server/treasury/testing";
import { decideAssignmentJob, readAssignmentJob, startAssignmentJob } from "./assignment-jobs";
import { countMatching } from "./assignments-matching";

/** Assignments of a filled asset. */
export const MANY = 40;

interface AtAmp {
  id: number;
  ready_for_distribution: boolean;
}

interface Entry {
  action: string;
  outcome: string;
  person_name: string;
}

export const query = { filters: {} };
export const locks = (calls: string[]) => calls.filter((call) => call.startsWith("lock"));

export const entriesOf = async (jobId: string): Promise<Entry[]> =>
  (
    await pool().query(
      "select action, outcome, person_name from audit_entries where detail ->> 'job' = $1 order by id",
      [jobId],
    )
  ).rows;

/** A desk whose worker can be killed at a row, and what a test does there with the assignments of one asset. */
export function jobsBench() {
  const bench = mortalBench("user_job_rows");
  const asset = {} as ReadyAsset;

  const filledAsset = async (): Promise<ReadyAsset> => {
    const filled = await readyAsset(bench, [100, 200]);
    const [holder] = filled.holders;
    for (let made = 2; made < MANY; made++) await assign(bench.amp, filled.uuid, holder?.id ?? 0, 7);
    await assignmentsChanged(bench.actor, filled.uuid);
    return filled;
  };
  const goOnWith = (other: ReadyAsset) => Object.assign(asset, other);
  const atAmp = async (): Promise<AtAmp[]> => (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
  const readyAtAmp = async () => (await atAmp()).filter((one) => one.ready_for_distribution).length;

  const count = (change: MassChange, actor = bench.actor) => countMatching(actor, asset.uuid, query, change);
  const approved = async (change: MassChange, actor = bench.actor) => {
    const { digest } = await count(change, actor);
    return { intentId: randomUUID(), assetUuid: asset.uuid, meant: { change, query, digest } };
  };
  const start = async (change: MassChange, actor = bench.actor) =>
    (await startAssignmentJob(actor, await approved(change, actor))).jobId;
  const choose = async (change: SelectionChange, ids: number[], actor = bench.actor) => {
    const meant = { change, ids };
    return (await startAssignmentJob(actor, { intentId: randomUUID(), assetUuid: asset.uuid, meant })).jobId;
  };
  const view = (jobId: string, actor = bench.actor): Promise<AssignmentJobView> =>
    readAssignmentJob(actor, asset.uuid, jobId, { limit: 100, filters: {} });
  const decide = (
    jobId: string,
    decision: Parameters<typeof decideAssignmentJob>[1]["decision"],
    actor = bench.actor,
  ) => decideAssignmentJob(actor, { assetUuid: asset.uuid, jobId, decision });

  /** Lets the worker work until it waits, ends or needs a person; no page is open. */
  const work = async (jobId: string, actor = bench.actor): Promise<AssignmentJobView> => {
    for (let round = 0; round < 30; round++) {
      await runDueUserJobs();
      const job = await view(jobId, actor);
      if (["paused", "done", "cancelled"].includes(job.state)) {
        // A list that is read in the future would be newer than what is changed afterwards.
        turnClock(0);
        return job;
      }
      turnClock((round + 1) * 6_000);
    }
    return view(jobId, actor);
  };

  /** What AMP was asked since, as "lock 17". */
  const asked = (since: number): string[] => {
    return bench.proxy.seen.slice(since).flatMap(({ method, path }) => {
      const [, id, verb = "look"] = /\/assignments\/(\d+)(?:\/(lock|unlock))?$/.exec(path) ?? [];
      return id === undefined || (method === "GET") !== (verb === "look") ? [] : [`${verb} ${id}`];
    });
  };

  return {
    bench,
    asset,
    filledAsset,
    /** From now on this is the asset. */
    goOnWith,
    atAmp,
    readyAtAmp,
    count,
    approved,
    start,
    choose,
    view,
    decide,
    work,
    asked,
  };
}
