import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AuditRow } from "@/lib/domain/audit";
import { LBTC_UUID } from "@/lib/domain/intent";
import { shortenMiddle } from "@/lib/format/ids";
import { auditText } from "@/lib/messages/audit";
import { routes } from "@/lib/routes";
import { AuditDetailView } from "./audit-detail";

const entry: AuditRow = {
  ...{
    id: 1n,
    at: new Date(0),
    personName: "Ada",
    managerName: null,
    requestId: "r",
    action: "distribution.stopped",
  },
  ...{ outcome: "refused", assetUuid: "a", assetName: "Bond", remoteAddress: null, device: null },
  detail: { operation: "op-1" },
};
const drawn = (change: Partial<AuditRow> = {}) =>
  renderToStaticMarkup(
    <AuditDetailView detail={{ entry: { ...entry, ...change }, others: [], calls: [] }} />,
  );

it("leads from what a bulk change did to the bulk change and to its user", () => {
  const detail = { user: 7, category: 3, job: "job-1" };
  const row = drawn({ action: "category.user-added", assetUuid: null, detail });
  for (const href of [routes.userJob("job-1"), routes.user(7)]) expect(row).toContain(`href="${href}"`);
  const held = drawn({ action: "assignment.locked", detail: { assignment: 5, job: "job-2" } });
  expect(held).toContain(`href="${routes.assignmentJob("a", "job-2")}"`);
  expect(drawn()).not.toContain(routes.userJob("job-1"));
});

it("leads from an entry about an operation to that one's page", () => {
  expect(drawn()).toContain(routes.distribution("a", "op-1"));
  const lbtc = routes.operation({ kind: "lbtc", assetUuid: LBTC_UUID, id: "op-1" });
  expect(drawn({ action: "lbtc.sent", assetUuid: null })).toContain(lbtc);
  expect(drawn({ detail: {} })).not.toContain("op-1");
  expect(drawn({ action: "treasury.alert-acknowledged" })).not.toContain(routes.distribution("a", "op-1"));
});

it("says of a manager's entry whose it is, and leads neither to the manager's jobs nor to calls", () => {
  const detail = { user: 7, job: "job-1" };
  const drawnEntry = drawn({ managerName: "placement", action: "user.renamed", assetUuid: null, detail });
  expect(drawnEntry).toContain("placement");
  expect(drawnEntry).toContain(renderToStaticMarkup(auditText.detail.callsOfManager));
  expect(drawnEntry).toContain(routes.user(7));
  expect(drawnEntry).not.toContain(routes.userJob("job-1"));
});

it("shortens a wallet among the people, which a phone is too narrow for, and no name", () => {
  const wallet = `0x${"aB".repeat(20)}`;
  expect(drawn({ personName: wallet })).not.toContain(`>${wallet}<`);
  expect(drawn({ personName: wallet })).toContain(`>${shortenMiddle(wallet)}<`);
  expect(drawn({ personName: "Ada" })).toContain(">Ada<");
});
