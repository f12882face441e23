import { expect, it } from "vitest";
import { countQueued, type Queue, queuedChanges, toggled } from "./category-matrix";

const EMPTY: Queue = new Map();
const anna = { id: 7, name: "Anna", categories: [1] };
const ben = { id: 3, name: "Ben", categories: [] };

it("queues the opposite of what is so, and nothing once a cell is as it was", () => {
  const left = toggled(EMPTY, anna, 1);
  expect(left.get(7)?.memberships).toEqual(new Map([[1, false]]));
  const joined = toggled(left, anna, 2);
  expect([joined.get(7)?.memberships.get(2), countQueued(joined)]).toEqual([true, 2]);
  expect(toggled(toggled(joined, anna, 1), anna, 2)).toEqual(EMPTY);
  expect(EMPTY.size).toBe(0);
});

it("names each change by user and category", () => {
  const queue = toggled(toggled(toggled(EMPTY, anna, 1), anna, 2), ben, 2);
  expect(queuedChanges(queue)).toEqual([
    { userId: 3, memberships: [{ categoryId: 2, isMember: true }] },
    {
      userId: 7,
      memberships: [
        { categoryId: 1, isMember: false },
        { categoryId: 2, isMember: true },
      ],
    },
  ]);
});
