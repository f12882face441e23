import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Deletable } from "@/lib/domain/deletion";
import { writeAudit } from "@/server/audit/store";
import { readyAsset } from "@/server/treasury/testing";
import { sharedBench } from "@/server/treasury/testing-bench";
import { deleteAsset } from "./asset-settings";
import { deleteAssignment } from "./assignment-changes";
import { readAuditEntry } from "./audit";
import { deleteCategory } from "./category-edits";
import { readDeletion } from "./deletions";
import { deleteUser } from "./user-changes";

const bench = sharedBench();

it("what this workspace deleted is known by who deleted it, when and in which entry", async () => {
  const { actor, amp } = bench;
  const { uuid: assetUuid } = await readyAsset(bench, [10]);
  const [assignment] = (await amp.get(`/assets/${assetUuid}/assignments`)).body;
  const assignmentId: number = assignment.id;
  const { body: user } = await amp.post("/registered_users/add", { name: "Ada Kern", is_company: false });
  const { body: category } = await amp.post("/categories/add", { name: "Resident", description: "" });
  const [userId, categoryId]: number[] = [user.id, category.id];
  if (userId === undefined || categoryId === undefined) throw new Error("AMP made none.");
  const deletions: [Deletable, () => Promise<void>][] = [
    [
      { kind: "assignment", assetUuid, assignmentId },
      () => deleteAssignment(actor, { assetUuid, assignmentId }),
    ],
    [{ kind: "user", userId }, () => deleteUser(actor, { userId })],
    [{ kind: "category", categoryId }, () => deleteCategory(actor, { categoryId })],
    [{ kind: "asset", assetUuid }, () => deleteAsset(actor, { assetUuid })],
  ];
  for (const [what, remove] of deletions) {
    expect(await readDeletion(actor, what)).toBeNull();
    await remove();
    const deletion = await readDeletion(actor, what);
    const { entry } = await readAuditEntry(actor, String(deletion?.entryId));
    expect(entry).toMatchObject({ action: `${what.kind}.deleted`, personName: actor.personName });
    expect(deletion).toEqual({ by: entry.personName, at: entry.at, entryId: entry.id });
    expect(await readDeletion({ ...actor, role: "manager" }, what)).toBeNull();
    expect(await readDeletion({ ...actor, workspaceId: randomUUID() }, what)).toBeNull();
  }
  const others: Deletable[] = [
    { kind: "assignment", assetUuid, assignmentId: assignmentId + 1 },
    { kind: "user", userId: userId + 1 },
    { kind: "category", categoryId: categoryId + 1 },
    { kind: "asset", assetUuid: randomUUID() },
  ];
  for (const what of others) expect(await readDeletion(actor, what)).toBeNull();
});

it("what a bulk change deleted is known too, the newest of all", async () => {
  const { actor } = bench;
  const assetUuid = randomUUID();
  const what: Deletable = { kind: "assignment", assetUuid, assignmentId: 71 };
  const remove = (detail: Record<string, unknown>, outcome: "ok" | "unknown" = "ok") =>
    writeAudit(actor, {
      ...{ requestId: randomUUID(), action: "assignment.deleted" },
      assetUuid,
      detail,
      outcome,
    });
  const job = randomUUID();
  const newest = async () => {
    const deletion = await readDeletion(actor, what);
    return deletion && (await readAuditEntry(actor, String(deletion.entryId))).entry.detail;
  };
  await remove({ assignment: 7, job });
  await remove({ assignment: 71, job }, "unknown");
  expect(await newest()).toBeNull();
  await remove({ assignment: 71, job });
  expect(await newest()).toMatchObject({ assignment: 71, job });
  await remove({ assignment: 71 });
  expect(await newest()).toEqual({ assignment: 71 });
});
