// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { draw, press, type } from "@/components/testing-dom";
import type { SupplyPreview } from "@/lib/domain/supply";
import { startByHandText } from "@/lib/messages/start-by-hand";
import { supplyText } from "@/lib/messages/supply";
import { uiText } from "@/lib/messages/ui";
import { startSupplyByHandAction } from "@/server/actions/by-hand";
import { SupplyApproval } from "./supply-approval";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));
vi.mock("@/server/actions/by-hand", () => ({ startSupplyByHandAction: vi.fn() }));

const { typeLabel, start } = supplyText.kinds.burn;
const preview = {
  kind: "burn",
  intent: { assetUuid: "a", assetName: "Fund", totalSats: 5n },
  intentHash: "ab".repeat(32),
  checks: [],
  canStart: true,
} as unknown as SupplyPreview;
const onStart = vi.fn();
beforeEach(() => vi.clearAllMocks());

const drawn = () => draw(<SupplyApproval preview={preview} isBusy={false} error={null} onStart={onStart} />);

it("that is run elsewhere is not approved for the desk's own wallet as well", async () => {
  const error = { code: "UNAVAILABLE" as const, message: "Away.", retryable: true, requestId: "" };
  vi.mocked(startSupplyByHandAction).mockResolvedValue({ ok: false, error });
  await drawn();
  await type(typeLabel("Fund"), "Fund");
  await press(startByHandText.button);
  await vi.waitFor(() => expect(document.querySelector("dialog[open]")).not.toBeNull());
  const nested = document.querySelectorAll("form form").length;
  await type(uiText.confirm.type("Fund"), "Fund");
  await press(startByHandText.button);
  expect(startSupplyByHandAction).toHaveBeenCalledOnce();
  expect(onStart).not.toHaveBeenCalled();
  expect(nested).toBe(0);
});

it("is approved by its own button once the words are typed", async () => {
  await drawn();
  await type(typeLabel("Fund"), "Fund");
  await press(start);
  expect(onStart).toHaveBeenCalledOnce();
});
