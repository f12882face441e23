import { expect, it } from "vitest";
import type { ListedHolder } from "@/lib/domain/ownership";
import { shareColumn } from "./export-columns";

const shareOf = (amountSats: bigint, supplySats: bigint) =>
  shareColumn(supplySats).read({ amountSats } as ListedHolder);

it("an owner's share of the supply is exact to its last decimal, and nothing of a supply of nothing", () => {
  expect(shareOf(1n, 3n)).toBe("33.333333");
  expect(shareOf(2n, 3n)).toBe("66.666667");
  expect(shareOf(1n, 2_100_000_000_000_000n)).toBe("0.000000");
  expect(shareOf(2_099_999_999_999_999n, 2_100_000_000_000_000n)).toBe("100.000000");
  expect(shareOf(7n, 7n)).toBe("100.000000");
  expect(shareOf(0n, 0n)).toBeNull();
});
