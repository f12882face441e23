import { beforeEach, expect, it, vi } from "vitest";
import { MOST_MATRIX_CHANGES } from "@/lib/domain/category-matrix";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { decideBatchAction } from "@/server/actions/assignment-batches";
import { applyMatrixAction, reviewMatrixAction } from "@/server/actions/categories";
import { setLogLevel } from "@/server/platform/log";
import { decideBatch } from "@/server/services/assignment-batches";
import { applyMatrix } from "@/server/services/category-matrix";

const ACTOR = vi.hoisted(() => ({ workspaceId: "w" }));
vi.mock("@/server/auth/actor", () => ({ requireActor: async () => ACTOR }));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ AMPDESK_TRUSTED_PROXIES: 1 }) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("@/server/services/assignment-batches", () => ({ decideBatch: vi.fn(), startBatch: vi.fn() }));
vi.mock("@/server/services/category-matrix", () => ({ applyMatrix: vi.fn() }));
vi.mock("@/server/services/category-impact", () => ({ readMembershipsImpact: vi.fn() }));
vi.mock("@/server/services/counted", () => ({ counted: vi.fn() }));

const ASSET = "67f8818f-fb48-4500-95e0-fe4f19670f14";

beforeEach(() => {
  setLogLevel("error");
  vi.clearAllMocks();
});

it("decides on a part of a file that is stored under an id without a version", async () => {
  const batchId = "5d41402a-bc4b-2a76-39b9-719d911017c5";
  const input = { assetUuid: ASSET, batchId, decision: "pause" } as const;
  expect(await decideBatchAction(input)).toMatchObject({ ok: true });
  expect(decideBatch).toHaveBeenCalledWith(ACTOR, input);
  expect(await decideBatchAction({ ...input, batchId: "5d41402a" })).toMatchObject({ ok: false });
});

it("takes changes of as many users as one review has, over all categories together", async () => {
  const from = (first: number) => Array.from({ length: MOST_MATRIX_CHANGES }, (_, at) => first + at);
  const of = (first: number) => [
    { categoryId: 1, isMember: true, userIds: from(1) },
    { categoryId: 2, isMember: true, userIds: from(first) },
  ];
  const apply = (first: number) => applyMatrixAction({ intentId: ASSET, groups: of(first), changing: 1 });
  expect(await apply(1)).toMatchObject({ ok: true });
  const refusal = { fields: { groups: [categoryMatrixText.review.tooMany(MOST_MATRIX_CHANGES)] } };
  expect(await apply(2)).toMatchObject({ ok: false, error: refusal });
  expect(await reviewMatrixAction({ groups: of(2) })).toMatchObject({ ok: false, error: refusal });
  expect(applyMatrix).toHaveBeenCalledTimes(1);
});
