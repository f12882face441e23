import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";
import { AssetFacts } from "./asset-facts";
import { EndpointFact } from "./endpoint-fact";

const ENDPOINT = "https://authorizer.example";
const asset = { assetUuid: "a", assetId: "b", precision: 2, issuerAuthorizationEndpoint: ENDPOINT } as Asset;

it("what can be changed does not stand among what is fixed for ever", () => {
  expect(renderToStaticMarkup(<AssetFacts asset={asset} issuanceTxid={null} />)).not.toContain(ENDPOINT);
  const apart = renderToStaticMarkup(<EndpointFact asset={asset} canChange />);
  expect(apart).toContain(ENDPOINT);
  expect(apart).toContain(`href="${routes.assetRules("a")}"`);
  const none = { ...asset, issuerAuthorizationEndpoint: null };
  const ofManager = renderToStaticMarkup(<EndpointFact asset={none} canChange={false} />);
  expect(ofManager).toContain(assetSettingsText.endpoint.none);
  expect(ofManager).not.toContain("href");
});
