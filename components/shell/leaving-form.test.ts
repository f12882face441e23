import { getRedirectError } from "next/dist/client/components/redirect";
import { beforeEach, expect, it, vi } from "vitest";
import { askLeading } from "@/components/data/get-json";
import { failuresText } from "@/lib/messages/failures";
import { notify } from "@/lib/notify";
import { leaveBy } from "./leaving-form";

vi.mock("@/lib/notify", () => ({ notify: vi.fn() }));
beforeEach(() => vi.clearAllMocks());

const lost = () => Promise.reject(new TypeError("fetch failed"));
const redirect = getRedirectError("/sign-in", "push");

it("says that somebody may still be signed in when nobody answered", async () => {
  await leaveBy(async () => {}, "stillSignedIn");
  expect(notify).not.toHaveBeenCalled();
  await leaveBy(lost, "stillSignedIn");
  expect(notify).toHaveBeenCalledExactlyOnceWith({
    ...{ tone: "danger", title: failuresText.stillSignedIn, description: failuresText.offline },
  });
});

it("leads where the action leads, and says nothing", async () => {
  await expect(leaveBy(() => Promise.reject(redirect), "stillPreview")).rejects.toBe(redirect);
  expect(notify).not.toHaveBeenCalled();
});

it("gives a form what the action refuses, or that nobody answered", async () => {
  const refused = { code: "REJECTED" as const, message: "No.", retryable: false, requestId: "r" };
  expect(await askLeading(async () => refused)).toBe(refused);
  expect(await askLeading(lost)).toMatchObject({ code: "UNAVAILABLE", message: failuresText.offline });
});
