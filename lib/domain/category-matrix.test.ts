import { expect, it } from "vitest";
import {
  countQueued,
  listedQueue,
  MOST_MATRIX_CHANGES,
  type Queue,
  queuedChanges,
  queuedGroups,
  queueOf,
  toggled,
} from "./category-matrix";

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

it("is the same after it was written down and read again", () => {
  const queue = toggled(toggled(toggled(EMPTY, anna, 1), anna, 2), ben, 2);
  expect(queueOf(JSON.parse(JSON.stringify(listedQueue(queue))))).toEqual(queue);
});

it("names each change by user and category", () => {
  const queue = toggled(toggled(toggled(EMPTY, anna, 1), anna, 2), ben, 2);
  expect(queuedGroups(queue)).toEqual([
    { categoryId: 1, isMember: false, userIds: [7] },
    { categoryId: 2, isMember: true, userIds: [7, 3] },
  ]);
  expect(queuedChanges(queuedGroups(queue))).toEqual([
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

it("of as many as a review takes is short enough for one request", () => {
  const queue: Queue = new Map(
    Array.from({ length: MOST_MATRIX_CHANGES }, (_, at) => [
      900_000 + at,
      {
        name: "Somebody",
        memberships: new Map([
          [1, true],
          [2, false],
        ]),
      },
    ]),
  );
  const groups = queuedGroups(queue);
  expect(JSON.stringify(groups).length).toBeLessThan(2_000_000);
  const changes = queuedChanges(groups);
  expect([changes.length, changes.at(-1)]).toEqual([
    MOST_MATRIX_CHANGES,
    {
      userId: 999_999,
      memberships: [
        { categoryId: 1, isMember: true },
        { categoryId: 2, isMember: false },
      ],
    },
  ]);
});
