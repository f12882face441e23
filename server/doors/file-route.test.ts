import { expect, it, vi } from "vitest";
import { requireOwnPage } from "./file-route";

vi.mock("server-only", () => ({}));
vi.mock("@/server/auth/actor", () => ({}));
vi.mock("./get-door", () => ({}));

const asked = (site?: string) => () =>
  requireOwnPage(
    new Request(
      "https://desk.example.com/api/operations/1/order",
      site ? { headers: { "sec-fetch-site": site } } : {},
    ),
  );

it("a file that is noted when it is taken is taken from its own page alone", () => {
  for (const site of ["cross-site", "same-site", "none"])
    expect(asked(site)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
  expect(asked("same-origin")).not.toThrow();
  // What is no browser has no cookie that somebody else could use.
  expect(asked()).not.toThrow();
});
