// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { draw, press, type } from "@/components/testing-dom";
import { lbtcText } from "@/lib/messages/lbtc";
import { LbtcDesk } from "./lbtc-desk";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
vi.mock("@/server/actions/lbtc", () => ({ startLbtcAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("@/components/data/get-json", async (actual) => {
  const file = await actual<typeof import("@/components/data/get-json")>();
  return { ...file, getJson: () => Promise.reject(new file.ViewError(file.offline())) };
});

const { form, review } = lbtcText;

it("leads into the review, and back to the button that led there", async () => {
  await draw(<LbtcDesk openOperationId={null} walletSats={9n} />);
  await type(form.address, "address");
  await type(form.amount, "1");
  await press(form.review);
  const focused = () => document.activeElement;
  await vi.waitFor(() => expect(focused()?.getAttribute("aria-label")).toBe(review.title));
  await press(review.change);
  await vi.waitFor(() => expect(focused()?.textContent).toBe(form.review));
});
