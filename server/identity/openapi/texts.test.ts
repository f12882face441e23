import { expect, it } from "vitest";
import { identityEndpointList } from "@/lib/contracts/identity/endpoints";
import { endpointTexts } from "./texts";

it("has words for every endpoint and for nothing else", () => {
  const names = identityEndpointList.map(({ name }) => name as string);
  expect(Object.keys(endpointTexts).sort()).toEqual(names.sort());
});
