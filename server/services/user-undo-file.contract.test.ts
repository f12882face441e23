import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedEnd, undoFileEnd, undoFileHead } from "@/lib/contracts/undo-file";
import { MAX_UNDO_BYTES, type UserJobView } from "@/lib/domain/user-jobs";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { userUndoText as text } from "@/lib/messages/user-undo";
import { pool } from "@/server/db/client";
import { runDueUserJobs } from "@/server/register/runner";
import { signInManager } from "@/server/requests/testing";
import { newGaid } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { signer } from "@/server/vault/cipher";
import { listAudit } from "./audit";
import { checkImport } from "./user-import";
import { downloadUndoFile } from "./user-job-files";
import { readApplyImpact } from "./user-job-impact";
import { decideUserJob, readUserJob } from "./user-jobs";
import { checkUndoFile, readUndoFile } from "./user-undo-file";

interface Wire {
  id: number;
  name: string;
  categories: number[];
}

let bench: Bench;
let category: number;
beforeAll(async () => {
  bench = await openBench();
  category = (await bench.amp.post("/categories/add", { name: "Imported" })).body.id;
}, 60_000);
afterAll(() => bench?.close());

const view = (jobId: string): Promise<UserJobView> =>
  readUserJob(bench.actor, jobId, { limit: 100, filters: {} });
const decide = (jobId: string, decision: "apply" | "cancel") =>
  decideUserJob(bench.actor, { jobId, decision });

async function work(jobId: string): Promise<UserJobView> {
  for (let round = 0; round < 20; round++) {
    await runDueUserJobs();
    const job = await view(jobId);
    if (["ready", "done", "cancelled"].includes(job.state)) return job;
  }
  return view(jobId);
}

/** Registers some in a category. @returns the job and its undo file */
async function imported(names: string[]): Promise<{ id: string; file: string }> {
  const lines = await Promise.all(
    names.map(async (name) => `${name},${await newGaid(bench.sandbox)},Imported`),
  );
  const table = ["name,gaid,categories", ...lines].join("\n");
  const input = { intentId: randomUUID(), text: table, fileName: "people.csv" };
  const { jobId } = await checkImport(bench.actor, input);
  await work(jobId);
  await decide(jobId, "apply");
  expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: names.length } });
  let file = "";
  for await (const chunk of (await downloadUndoFile(bench.actor, jobId)).chunks) file += chunk;
  return { id: jobId, file };
}

const forget = (id: string) => pool().query("delete from user_jobs where id = $1", [id]);
const zipped = (content: string) => new File([gzipSync(content)], "undo.json");
const take = (content: string, created: "archive" | "delete" = "archive", actor = bench.actor) =>
  checkUndoFile(actor, { intentId: randomUUID(), file: zipped(content), fileName: "undo.json", created });

const usersAtAmp = async (): Promise<Wire[]> => (await bench.amp.get("/registered_users/")).body;
const named = async (name: string) => (await usersAtAmp()).find((user) => user.name === name);

describe("the undo file of a bulk change", () => {
  it("takes it back when the desk no longer has it: looked at, counted, applied, and once", async () => {
    const { id, file } = await imported(["Ada Gone", "Bo Gone", "Cy Gone"]);
    const bo = await named("Bo Gone");
    await bench.amp.put(`/registered_users/${bo?.id}/edit`, { name: "Bo Renamed" });
    await forget(id);
    const { jobId, isStored } = await take(file);
    expect(isStored).toBe(false);
    // An entry about the whole, not about one of its rows.
    const { rows: entries } = await listAudit(bench.actor, { limit: 1, filters: { rows: "without" } });
    expect(entries).toMatchObject([{ action: "user.job-undo-file", detail: { job: jobId, undoOf: id } }]);
    const ready = await work(jobId);
    expect(ready).toMatchObject({
      ...{ state: "ready", undoOf: null, counts: { queued: 2, refused: 1 } },
      about: { kind: "undo", created: "archive", fileName: "undo.json" },
    });
    expect(ready.rows.rows.map(({ problem }) => problem)).toEqual([
      null,
      text.otherName(bo?.id ?? 0, "Bo Renamed"),
      null,
    ]);
    expect((await named("Ada Gone"))?.categories).toEqual([category]);
    expect((await readApplyImpact(bench.actor, jobId)).assets).toEqual([]);
    await decide(jobId, "apply");
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: 2, refused: 1 } });
    const categories = (name: string) => named(name).then((user) => user?.categories);
    expect(await categories("Ada Gone")).toEqual([]);
    expect(await categories("Cy Gone")).toEqual([]);
    expect(await categories("Bo Renamed")).toEqual([category]);
    await expect(take(file)).rejects.toMatchObject({ code: "CONFLICT", message: userJobsText.undo.exists });
  });

  it("is taken in again when it was looked at and discarded", async () => {
    const { id, file } = await imported(["Di Gone"]);
    await forget(id);
    const first = await take(file);
    await work(first.jobId);
    await expect(take(file)).rejects.toMatchObject({ code: "CONFLICT" });
    await decide(first.jobId, "cancel");
    expect((await work(first.jobId)).state).toBe("cancelled");
    const second = await take(file, "delete");
    await work(second.jobId);
    await decide(second.jobId, "apply");
    expect((await work(second.jobId)).state).toBe("done");
    expect(await named("Di Gone")).toBeUndefined();
  });

  it("leads to the bulk change while that is still stored", async () => {
    const { id, file } = await imported(["Ed Stays"]);
    expect(await take(file)).toEqual({ jobId: id, isStored: true });
  });

  it("says of a row whose user is gone that there is none", async () => {
    const { id, file } = await imported(["Flo Gone"]);
    const flo = await named("Flo Gone");
    await bench.amp.delete(`/registered_users/${flo?.id}/delete`);
    await forget(id);
    const { rows } = await work((await take(file)).jobId);
    expect(rows.rows.map(({ problem }) => problem)).toEqual([userImportText.row.noUser(String(flo?.id))]);
  });

  it("is refused when it was changed, cut off or is none, and nothing of it is stored", async () => {
    const { id, file } = await imported(["Gus Gone"]);
    await forget(id);
    const user = String((await named("Gus Gone"))?.id);
    const lines = file.split("\n");
    const changed = [
      file.replace(`"user":${user}`, '"user":1'),
      file.replace(`"categoryId":${category}`, '"categoryId":99'),
      file.replace(/"signature":"./, (found) => found.replace(/.$/, found.endsWith("0") ? "1" : "0")),
      lines.slice(0, -2).join("\n"),
      [lines[0], ...lines.slice(2)].join("\n"),
      `${file}x`,
      file.replaceAll("\n", "\r\n"),
    ];
    for (const one of changed)
      await expect(take(one)).rejects.toMatchObject({
        code: "REJECTED",
        message: expect.stringMatching(/^This/),
      });
    await expect(take(changed[0] ?? "")).rejects.toMatchObject({ message: text.changed });
    for (const none of ["", "{}", "name,gaid\nAda,", '{"file":"other","rows":[\n'])
      await expect(take(none)).rejects.toMatchObject({ code: "REJECTED", message: text.noFile });
    const input = { intentId: randomUUID(), fileName: "undo.json", created: "archive" as const };
    const plain = new File([file], "undo.json");
    await expect(checkUndoFile(bench.actor, { ...input, file: plain })).rejects.toMatchObject({
      message: text.noFile,
    });
    const { rows } = await pool().query("select 1 from user_jobs where undo_of = $1", [id]);
    expect(rows).toEqual([]);
  });

  it("is refused in another environment and for another account", async () => {
    const { id, file } = await imported(["Hal Gone"]);
    await forget(id);
    const manager = await signInManager();
    await expect(take(file, "archive", manager)).rejects.toMatchObject({ message: text.otherWorkspace });
    await expect(readUndoFile({ ...bench.actor, environment: "live" }, zipped(file))).rejects.toMatchObject({
      message: text.otherEnvironment("sandbox"),
    });
    // A desk that was set up anew has another workspace for the same account.
    const anew = { ...bench.actor, workspaceId: randomUUID() };
    expect((await readUndoFile(anew, zipped(file))).rows).toHaveLength(1);
  });

  it("of a hundred thousand rows is small enough to be sent, and read row by row", async () => {
    const { environment, accountName, workspaceId } = bench.actor;
    const head = { environment, account: accountName, workspace: workspaceId, job: randomUUID() };
    const word = () => randomUUID().replaceAll("-", "");
    const lines = Array.from({ length: 100_000 }, (_, row) =>
      JSON.stringify({
        ...{ row, name: `Investor ${word().slice(0, 12)}`, user: row + 1 },
        done: [
          { kind: "create", name: `Investor ${row}`, isCompany: false, gaid: `GA${word().slice(0, 27)}` },
          { kind: "join", categoryId: 7 },
        ],
        undo: [{ kind: "archive" }],
        stays: [],
      }),
    );
    const body = `${undoFileHead(head, {})}${lines.join(",\n")}\n${undoFileEnd(lines.length)}`;
    const file = zipped(signedEnd(body, signer("undo-file").update(body).digest("hex")));
    expect(file.size).toBeLessThan(MAX_UNDO_BYTES);
    expect((await readUndoFile(bench.actor, file)).rows).toHaveLength(100_000);
  });
});
