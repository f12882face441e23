import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "@/lib/errors";
import { transaction } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { saveWorkspace } from "@/server/vault/store";
import { once } from "./intents";

let desk: TestDesk;
let workspaceId: string;
let otherWorkspaceId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  workspaceId = await newWorkspace("first");
  otherWorkspaceId = await newWorkspace("second");
});
afterAll(() => desk?.close());

async function newWorkspace(accountName: string): Promise<string> {
  const account = { environment: "sandbox", role: "issuer", accountName, ampUserId: null } as const;
  const { id } = await transaction((tx) =>
    saveWorkspace(tx, { ...account, token: `token-of-${accountName}` }),
  );
  return id;
}

const newIntent = (input: unknown = { amount: 5n }) => ({
  id: randomUUID(),
  workspaceId,
  action: "assignment.create",
  input,
});

/** Work that counts its runs and takes long enough for a second submission to arrive. */
function counted<T>(result: T) {
  const work = async () => {
    work.runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return result;
  };
  work.runs = 0;
  return work;
}

const failing = (error: unknown) => () => Promise.reject(error);
const conflict = (message: RegExp) => ({ code: "CONFLICT", message: expect.stringMatching(message) });

describe("an intention", () => {
  it("runs once for many submissions at the same moment, and each gets the result", async () => {
    const intent = newIntent();
    const work = counted({ id: 7, amountSats: 2_100_000_000_000_000n, at: new Date(1_000) });
    const results = await Promise.all([once(intent, work), once(intent, work), once(intent, work)]);
    expect(work.runs).toBe(1);
    const expected = { id: 7, amountSats: 2_100_000_000_000_000n, at: new Date(1_000) };
    expect(results).toEqual([expected, expected, expected]);
  });

  it("gives its result again later without running again", async () => {
    const intent = newIntent();
    const work = counted("done");
    await once(intent, work);
    expect(await once(intent, work)).toBe("done");
    expect(work.runs).toBe(1);
  });

  it("runs for each of two deliberate equal submissions", async () => {
    const work = counted("done");
    await once(newIntent(), work);
    await once(newIntent(), work);
    expect(work.runs).toBe(2);
  });

  it.each<ErrorCode>(["REJECTED", "INVALID_INPUT", "CONFLICT", "FORBIDDEN", "NOT_FOUND"])(
    "may be tried again after the refusal %s",
    async (code) => {
      const intent = newIntent();
      const refusal = new AppError(code, "No.");
      await expect(once(intent, failing(refusal))).rejects.toBe(refusal);
      expect(await once(intent, counted("second"))).toBe("second");
    },
  );

  it("may be tried again when a read before the change got no answer", async () => {
    const intent = newIntent();
    const away = new AppError("UNAVAILABLE", "Away. Nothing was changed.", { retryable: true });
    await expect(once(intent, failing(away))).rejects.toBe(away);
    expect(await once(intent, counted("second"))).toBe("second");
  });

  it("tells a submission that waited for a refused one that nothing was changed", async () => {
    const intent = newIntent();
    let begin = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const refused = async () => {
      begin();
      await new Promise((resolve) => setTimeout(resolve, 2_000)); // until the other one waits
      throw new AppError("REJECTED", "No.");
    };
    const running = once(intent, refused);
    const waiting = hasBegun.then(() => once(intent, counted("never")));
    const [first, second] = await Promise.allSettled([running, waiting]);
    expect([first, second].map((end) => end.status)).toEqual(["rejected", "rejected"]);
    const reasons = [first, second].map((end) => (end as PromiseRejectedResult).reason);
    expect(reasons).toContainEqual(expect.objectContaining({ code: "REJECTED" }));
    expect(reasons).toContainEqual(expect.objectContaining(conflict(/Nothing was changed/)));
  });

  it.each([
    ["no answer", new AppError("UNAVAILABLE", "Away.")],
    ["an answer of another shape", new AppError("INTERNAL", "What?")],
    ["a crash", new TypeError("x is not a function")],
  ])("is not run again after %s, and says that the end is unclear", async (_, error) => {
    const intent = newIntent();
    await expect(once(intent, failing(error))).rejects.toBe(error);
    const again = counted("twice");
    await expect(once(intent, again)).rejects.toMatchObject(conflict(/no clear answer/));
    expect(again.runs).toBe(0);
  });

  it("is refused with other contents under the same id", async () => {
    const intent = newIntent({ amount: 5n });
    await once(intent, counted("done"));
    const other = counted("other");
    await expect(once({ ...intent, input: { amount: 6n } }, other)).rejects.toMatchObject(
      conflict(/other contents/),
    );
    expect(other.runs).toBe(0);
  });

  it("never shows its result to another workspace or another action that uses its id", async () => {
    const intent = newIntent();
    await once(intent, counted("a secret of the first workspace"));
    const other = counted("other");
    for (const foreign of [{ workspaceId: otherWorkspaceId }, { action: "asset.issue" }])
      await expect(once({ ...intent, ...foreign }, other)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(other.runs).toBe(0);
    expect(await once(intent, other)).toBe("a secret of the first workspace");
  });
});
