import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { afterEach, describe, expect, it, vi } from "vitest";
import { failuresText } from "@/lib/messages/failures";
import { askAction } from "./get-json";

afterEach(() => vi.unstubAllGlobals());

describe("asking an action", () => {
  it("ends in a failure to show, and never throws, without a network", async () => {
    const lost = () => Promise.reject(new TypeError("fetch failed"));
    expect(await askAction(lost)).toMatchObject({
      ok: false,
      error: { code: "UNAVAILABLE", message: failuresText.offline },
    });
  });

  it("says that a newer desk runs, for which the page is loaded anew, when that knows the action no more", async () => {
    const outdated = () => Promise.reject(new UnrecognizedActionError("not found"));
    expect(await askAction(outdated)).toMatchObject({
      ok: false,
      error: { message: failuresText.newer, retryable: false, isOutdated: true },
    });
  });

  it("goes to sign in and comes back to this page when the session has ended", async () => {
    const assign = vi.fn();
    const location = { pathname: "/assets", search: "?q=a", assign };
    vi.stubGlobal("window", { dispatchEvent: vi.fn(), location });
    const error = { code: "UNAUTHENTICATED" as const, message: "", retryable: false, requestId: "" };
    expect(await askAction(async () => ({ ok: false, error }))).toEqual({ ok: false, error });
    expect(assign).toHaveBeenCalledWith(expect.stringContaining(encodeURIComponent("/assets?q=a")));
  });
});
