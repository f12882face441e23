import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { useLive } from "@/components/data/use-live";
import type { Asset } from "@/lib/contracts/amp/assets";
import { JobProgress } from "./job-progress";

vi.mock("@/components/data/use-live", () => ({ useLive: vi.fn(() => ({ data: undefined, error: null })) }));
vi.mock("@/server/actions/assignment-jobs", () => ({ decideAssignmentJobAction: vi.fn() }));

it("looks often while the change moves, seldom while it cannot be read, and no more once it is over", () => {
  renderToStaticMarkup(<JobProgress asset={{ assetUuid: "asset" } as Asset} jobId="job" count={2} />);
  const everyMs = vi.mocked(useLive).mock.calls[0]?.[2]?.everyMs as (
    data: unknown,
    error: Error | null,
  ) => number | false;
  const away = new Error("away");
  expect(everyMs({ state: "running" }, null)).toBe(400);
  for (const [seen, error] of [[{ state: "running" }, away] as const, [undefined, away] as const])
    expect(everyMs(seen, error)).toBeGreaterThanOrEqual(2_000);
  expect(everyMs(undefined, null)).toBeGreaterThanOrEqual(2_000);
  for (const error of [null, away]) expect(everyMs({ state: "done" }, error)).toBe(false);
});
