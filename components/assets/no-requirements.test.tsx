import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { routes } from "@/lib/routes";
import { NoRequirements } from "./no-requirements";

const tracked = { assetUuid: "a", issuerAuthorizationEndpoint: null, isLocked: false } as Asset;
const linksOf = (asset: Partial<Asset>, may = true) =>
  renderToStaticMarkup(
    <NoRequirements asset={{ ...tracked, ...asset }} canChange={may} canLock={may} />,
  ).matchAll(/href="([^"]+)"/g);
const hrefs = (...of: Parameters<typeof linksOf>) => [...linksOf(...of)].map(([, href]) => href);

it("leads to the lock and to the endpoint that it names", () => {
  expect(hrefs({})).toEqual([routes.assetLock("a"), routes.assetRules("a")]);
  expect(hrefs({ issuerAuthorizationEndpoint: "https://e.example" })).toEqual([routes.assetRules("a")]);
});

it("does not offer to lock what is locked, nor anything to who may not", () => {
  expect(hrefs({ isLocked: true })).toEqual([routes.assetRules("a")]);
  expect(hrefs({}, false)).toEqual([]);
});
