import { expect, it, vi } from "vitest";
import type { Freshness } from "@/lib/contracts/list";
import { failuresText } from "@/lib/messages/failures";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";
import { copyAgain } from "./copies-again";

vi.mock("@/lib/notify", () => ({ notify: vi.fn() }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: vi.fn(async () => ({ ok: true })) }));

const from = (source: Freshness["source"]): Freshness => ({ asOf: new Date(0), source });
const said = (description: string) => expect.objectContaining({ tone: "danger", description });

it("has a copy read, and says why AMP did not tell it", async () => {
  expect(await copyAgain(from("mirror"), { list: "users" })).toBe(true);
  expect(readCopyAgainAction).toHaveBeenCalledExactlyOnceWith({ list: "users" });
  expect(notify).not.toHaveBeenCalled();
  const error = { code: "UNAVAILABLE", message: "AMP is away.", retryable: true, requestId: "r" } as const;
  vi.mocked(readCopyAgainAction).mockResolvedValueOnce({ ok: false, error });
  expect(await copyAgain(from("mirror"), { list: "categories" })).toBe(false);
  expect(notify).toHaveBeenCalledExactlyOnceWith(said("AMP is away."));
});

it("says it too, and never throws, where there is no network", async () => {
  vi.mocked(readCopyAgainAction).mockRejectedValueOnce(new TypeError("fetch failed"));
  expect(await copyAgain(from("mirror"), { list: "users" })).toBe(false);
  expect(notify).toHaveBeenLastCalledWith(said(failuresText.offline));
});

it("asks nothing for what comes from AMP itself", async () => {
  vi.mocked(readCopyAgainAction).mockClear();
  expect(await copyAgain(from("amp"), { list: "users" })).toBe(true);
  expect(readCopyAgainAction).not.toHaveBeenCalled();
});
