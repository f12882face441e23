import { expect, it, vi } from "vitest";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";
import { copiesAgain } from "./copies-again";

vi.mock("@/lib/notify", () => ({ notify: vi.fn() }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: vi.fn(async () => ({ ok: true })) }));

it("has every list read, and says once why AMP did not tell them", async () => {
  await copiesAgain({ list: "users" });
  expect(notify).not.toHaveBeenCalled();
  const error = { code: "UNAVAILABLE", message: "AMP is away.", retryable: true, requestId: "r" } as const;
  vi.mocked(readCopyAgainAction).mockResolvedValue({ ok: false, error });
  await copiesAgain({ list: "users" }, { list: "categories" });
  expect(readCopyAgainAction).toHaveBeenCalledTimes(3);
  expect(notify).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ tone: "danger", description: "AMP is away." }),
  );
});
