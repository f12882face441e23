import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { RegisterButton } from "./register-button";

const looks = vi.hoisted(() => vi.fn());
vi.mock("@/server/actions/asset-settings", () => ({ registerAssetAction: vi.fn() }));
vi.mock("@/components/data/confirm-action", () => ({
  ConfirmAction: ({ disabled = false }: { disabled?: boolean }) => <fieldset disabled={disabled} />,
}));
vi.mock("@/components/data/use-live", () => ({
  useLive: (_: string, data: object, options: { everyMs: (seen: object) => number | false }) => {
    looks(options.everyMs(data));
    return { data };
  },
}));

const asset = { assetUuid: "a", name: "Bond" } as Asset;
const shown = (confirmations: number | null) =>
  renderToStaticMarkup(
    <RegisterButton
      {...{ asset, domain: "issuer.example", intentId: "i", isChecked: true }}
      issuance={{ txid: "t", at: null, height: 1, confirmations }}
    />,
  );

it("waits for two confirmations of the issuance, says so and looks again", () => {
  const html = shown(1);
  expect(html).toContain("disabled");
  expect(html).toContain(assetSettingsText.registry.registerWaits(1, 2));
  expect(looks).toHaveBeenLastCalledWith(5_000);
});

it.each([2, null])("waits no more at %s of them", (confirmations) => {
  const html = shown(confirmations);
  expect(html).not.toContain("disabled");
  expect(looks).toHaveBeenLastCalledWith(false);
});
