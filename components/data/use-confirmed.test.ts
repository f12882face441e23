import { beforeEach, expect, it, vi } from "vitest";
import { routes } from "@/lib/routes";
import { useConfirmed } from "./use-confirmed";

const router = vi.hoisted(() => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }));
const notify = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => router }));
vi.mock("@tanstack/react-query", () => ({ useQueryClient: () => ({ invalidateQueries: vi.fn() }) }));
vi.mock("@/lib/notify", () => ({ notify }));

beforeEach(() => vi.clearAllMocks());

const done = async () => ({ ok: true as const, data: 7 });
const toUser = (id: number) => routes.user(id);

it("goes on where one sees what was done, and the way back leads to the page that was left", async () => {
  await useConfirmed(done, "Done.", toUser)();
  expect(router.push).toHaveBeenCalledWith(routes.user(7));
  expect(router.replace).not.toHaveBeenCalled();
});

it("stands in the place of a page whose thing is gone", async () => {
  await useConfirmed(done, "Done.", toUser, true)();
  expect(router.replace).toHaveBeenCalledWith(routes.user(7));
  expect(router.push).not.toHaveBeenCalled();
});

it("stays, and reads the page again, where nothing else was meant", async () => {
  await useConfirmed(done, "Done.")();
  expect(router.refresh).toHaveBeenCalledOnce();
  expect(notify).toHaveBeenCalledWith({ tone: "ok", title: "Done." });
});

it("goes nowhere after what did not happen", async () => {
  const error = { code: "REJECTED" as const, message: "No.", retryable: false, requestId: "" };
  expect(await useConfirmed(async () => ({ ok: false, error }), "Done.", toUser, true)()).toEqual({
    ok: false,
    error,
  });
  expect([router.push, router.replace, router.refresh].flatMap(({ mock }) => mock.calls)).toEqual([]);
});
