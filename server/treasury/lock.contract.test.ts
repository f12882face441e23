import { afterAll, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { openTestDesk } from "@/server/db/testing";
import { withSessionLock } from "./lock";

let desk: Awaited<ReturnType<typeof openTestDesk>>;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk?.close());

it("as many holders of locks as the work has connections do not keep each other from working", async () => {
  const size = pool().options.max;
  let holding = 0;
  let everybodyHolds = () => {};
  const all = new Promise<void>((resolve) => {
    everybodyHolds = resolve;
  });
  const ends = await Promise.all(
    Array.from({ length: size }, (_, at) =>
      withSessionLock(LOCKS.job, `holder ${at}`, async () => {
        holding += 1;
        if (holding === size) everybodyHolds();
        await all;
        await pool().query("select 1");
      }),
    ),
  );
  expect(ends).toEqual(Array.from({ length: size }, () => true));
});
