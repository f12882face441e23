import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { decideJob } from "@/server/register/decide";
import { insertJob } from "@/server/register/job-store";
import { requestOf, SETTINGS } from "@/server/requests/testing";
import { signIn as enterAmp, newGaid } from "@/server/sandbox/amp/testing";
import { startBatch } from "./assignment-batches";
import { type NoticesInput, readNotices, saveNotices } from "./notices";
import { savePortalSettings } from "./portal-settings";
import { receiveRequest } from "./requests-inbox";
import type { Known } from "./testing-targets";
import { enter, type RolesWorld, type SignedIn } from "./testing-world";
import { checkImport } from "./user-import";

/**
 * What buttons need to be there: of each who is signed in a batch, an import, a change of many assignments, notifications by
 * webhook and another browser.
 */
export async function fillPages(world: RolesWorld): Promise<(viewer: SignedIn) => Known> {
  const { sandbox, issuer, known, uuids, sessions } = world;
  const amp = await enterAmp(sandbox, "issuer");
  await amp.post(`/registered_users/${known.user}/gaids/add`, await newGaid(sandbox));
  await savePortalSettings(issuer, { ...SETTINGS, managers: ["manager", "ungranted"], shown: null });
  const request = (await receiveRequest(await requestOf({ sandbox, actor: issuer }))).id;
  const own: Partial<Record<SignedIn, Known>> = {};
  for (const person of ["issuer", "manager", "ungranted"] as const) {
    await enter(person);
    const actor = (await findActor(sessions[person])) as Actor;
    await saveNotices(actor, { ...BY_WEBHOOK, shown: (await readNotices(actor)).settings });
    const job = await importOf(actor);
    const ofAsset = async (assetUuid: string) => ({
      batch: await batchOf(actor, known, assetUuid),
      assignmentJob: await assignmentJobOf(actor, known, assetUuid),
    });
    const granted = person === "ungranted" ? {} : await ofAsset(uuids.granted);
    own[person] = { ...known, request, job, ...granted };
  }
  return (viewer) => own[viewer] ?? known;
}

/** To a place where nobody may be called. */
const BY_WEBHOOK: Omit<NoticesInput, "shown"> = {
  ...{ isEmailOn: false, emails: "", isWebhookOn: true, webhookUrl: "https://127.0.0.1/" },
  topics: ["work"],
};

async function importOf(actor: Actor): Promise<string> {
  const text = "name\nGrace Hopper";
  return (await checkImport(actor, { intentId: randomUUID(), text, fileName: null })).jobId;
}

async function assignmentJobOf({ workspaceId }: Actor, { user }: Known, assetUuid: string): Promise<string> {
  const job = {
    id: randomUUID(),
    workspaceId,
    requestedBy: "Ada",
    requestId: "r",
    state: "running" as const,
  };
  const row = { number: 1, name: "Grace Hopper", userId: user, state: "queued" as const, problem: null };
  const about = { kind: "assignments" as const, assetUuid, change: "lock" as const };
  const step = { kind: "lock" as const, assignmentId: 1, amountSats: 1n };
  if (!(await insertJob({ ...job, about }, [{ ...row, steps: [step] }])))
    throw new Error("Another change of many assignments is in the way.");
  // One that is carried out keeps the next person from beginning theirs.
  await decideJob(job.id, "pause");
  return job.id;
}

async function batchOf(actor: Actor, { user }: Known, assetUuid: string): Promise<string> {
  const row = { registeredUser: user, amountSats: 1n, isReady: false, vestsAt: null };
  return (await startBatch(actor, { intentId: randomUUID(), assetUuid, rows: [row] })).batchId;
}
