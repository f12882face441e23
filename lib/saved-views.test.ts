import { describe, expect, it } from "vitest";
import { viewOf } from "./saved-views";

const ASSET = "6f1a4a1e-3c1f-4b7e-9f0b-0a1b2c3d4e5f";

describe("what a view keeps of an address", () => {
  it.each([
    ["/users?wallet=no&sort=-name", "/users"],
    ["/assets?q=bond&columns=kind.state", "/assets"],
    [`/assets/${ASSET}/utxos?state=blacklisted`, `/assets/${ASSET}/utxos`],
    [`/assets/${ASSET}/distributions/amp/${ASSET}?q=ada`, `/assets/${ASSET}/distributions/amp/${ASSET}`],
    ["/categories/12?q=Ada+Lovelace", "/categories/12"],
    [`/users/imports/${ASSET}?state=failed`, `/users/imports/${ASSET}`],
    [`/assets/${ASSET}/assignments/jobs/${ASSET}?state=failed`, `/assets/${ASSET}/assignments/jobs/${ASSET}`],
    ["/sandbox/calls?status=5xx", "/sandbox/calls"],
    ["/audit/calls?status=5xx", "/audit/calls"],
    ["/users", "/users"],
  ])("is all that the list knows: %s", (address, path) => {
    expect(viewOf(address)).toEqual({ path, href: address });
  });

  it("is its first page, without what the list does not know", () => {
    expect(viewOf("/users?wallet=no&cursor=abc&next=https://elsewhere.example&category=%00")?.href).toBe(
      "/users?wallet=no",
    );
    expect(viewOf("/users?wallet=maybe&sort=colour")?.href).toBe("/users");
    expect(viewOf("/users?q=a?b%23c")?.href).toBe("/users?q=a%3Fb%23c");
  });

  it.each([
    "https://elsewhere.example/users",
    "//elsewhere.example/users",
    "/\\elsewhere.example",
    "/users/../sign-in",
    "/users#https://elsewhere.example",
    "javascript:alert(1)",
    "/users/1",
    "/sign-in?next=/users",
    `/assets/${ASSET}/nowhere`,
    "/assets/not-a-uuid/utxos",
    "",
  ])("is nothing for %j, which is no list of this desk", (address) => {
    expect(viewOf(address)).toBeNull();
  });
});
