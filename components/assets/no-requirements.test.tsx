import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { routes } from "@/lib/routes";
import { NoRequirements } from "./no-requirements";

const tracked = { assetUuid: "a", issuerAuthorizationEndpoint: null, isLocked: false } as Asset;
const linksOf = (asset: Partial<Asset>, may = true) =>
  renderToStaticMarkup(<NoRequirements asset={{ ...tracked, ...asset }} canLock={may} />).matchAll(
    /href="([^"]+)"/g,
  );
const hrefs = (...of: Parameters<typeof linksOf>) => [...linksOf(...of)].map(([, href]) => href);

it("leads to the lock while nobody else decides on transfers", () => {
  expect(hrefs({})).toEqual([routes.assetLock("a")]);
  expect(hrefs({ issuerAuthorizationEndpoint: "https://e.example" })).toEqual([]);
});

it("does not offer to lock what is locked, nor to who may not", () => {
  expect(hrefs({ isLocked: true })).toEqual([]);
  expect(hrefs({}, false)).toEqual([]);
});
