import { expect, it } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListedAssignment } from "@/lib/domain/assignment";
import { readAssignmentTable } from "@/lib/domain/assignment-table";
import { exportChunks } from "@/lib/domain/exports";
import type { ListedHolder } from "@/lib/domain/ownership";
import { printVesting } from "@/lib/domain/vesting-time";
import { assignmentColumns, shareColumn } from "./export-columns";

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

it("a file of assignments is read as a table of assignments: whom, how much, from when, and whether they are held back", async () => {
  const vestsAt = new Date("2031-01-31T09:00:00Z");
  const row: ListedAssignment = {
    ...{ id: 41, registeredUser: 7, userName: "Ada Smith", gaid: "GA2hjJhbDWkNHPrpdkuWVbBvRPdnXZ" },
    ...{ amount: 100_050n, readyForDistribution: true, hasVested: false, state: "vesting" },
    ...{ vestingDatetime: vestsAt, vestingTimestamp: vestsAt, receivingAddress: null },
    ...{ distributionUuid: null, isDistributed: false, creator: 3, blockers: [] },
  };
  const held: ListedAssignment = {
    ...{ ...row, id: 42, registeredUser: 8, userName: "=Bo", gaid: null, amount: 5n },
    ...{ readyForDistribution: false, hasVested: true, state: "locked" },
    ...{ vestingDatetime: null, vestingTimestamp: null, blockers: ["gaid", "category"] },
  };
  const columns = assignmentColumns({ precision: 2 } as Asset);
  let file = "";
  for await (const chunk of exportChunks("csv", columns, [["Environment", "sandbox"]], rowsOf([row, held])))
    file += chunk;
  const rows = [
    {
      ...{ user: "7", userToo: ["GA2hjJhbDWkNHPrpdkuWVbBvRPdnXZ", "Ada Smith"], amount: "1000.50" },
      ...{ vests: printVesting(vestsAt), isReady: true },
    },
    { user: "8", userToo: ["=Bo"], amount: "0.05", vests: "", isReady: false },
  ];
  expect(readAssignmentTable(file)).toEqual({ rows });
});

async function* rowsOf<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows;
}
