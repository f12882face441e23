import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { BalanceBasis } from "@/lib/domain/users";
import { BalanceNote } from "./balance-note";

vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: vi.fn() }));

const named = (...names: string[]) => names.map((name) => ({ assetUuid: name, name }));
const assets = named("A", "B", "C", "D", "E", "F", "G");
const oldestAt = new Date("2026-11-20T12:03:10Z");

const words = (basis: Partial<BalanceBasis>, filters: Record<string, string> = { balance: "some" }) =>
  renderToStaticMarkup(
    <BalanceNote
      basis={{ assets, asked: assets.length, oldestAt, unread: [], ...basis }}
      filters={filters}
      onRefresh={async () => {}}
    />,
  );

it("says how many copies it goes by and how old the oldest is", () => {
  const html = words({});
  expect(html).toContain("owners of 7 of 7 assets, the oldest read 2026-11-20 12:03:10 UTC");
  expect(html).toContain("Read owners again");
  expect(html).not.toContain("not read yet");
  expect(words({ asked: 1 }, { balance: "some", asset: "A" })).toContain("copy of the asset");
});

it("names the assets that were never read, and what that leaves open", () => {
  const none = words({ unread: assets.slice(1) }, { balance: "none" });
  expect(none).toContain("B, C, D, E, F and 1 more.");
  expect(none).toMatch(/owners of 1 of 7 assets/);
  expect(none).toMatch(/nobody is known to own nothing/);
  expect(none).toContain("Read the owners of 6 assets");
  const some = words({ unread: named("B") });
  expect(some).toMatch(/: B\. Who owns nothing else is missing/);
});

it("goes by nothing where there is no copy, and offers nothing to read for an asset that is not there", () => {
  expect(words({ oldestAt: null, unread: assets })).toContain("no copy of owners");
  const unknown = words({ asked: 0, oldestAt: null }, { balance: "none", asset: "Z" });
  expect(unknown).toContain("There is no such asset here.");
  expect(unknown).not.toContain("<button");
});
