import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { useLive } from "@/components/data/use-live";
import type { Asset } from "@/lib/contracts/amp/assets";
import { JobProgress } from "./job-progress";

vi.mock("@/components/data/use-live", () => ({ useLive: vi.fn(() => ({ data: undefined, error: null })) }));
vi.mock("@/server/actions/assignment-jobs", () => ({ decideAssignmentJobAction: vi.fn() }));

it("looks often while the change moves, seldom while it cannot be read, and no more once it is over", () => {
  renderToStaticMarkup(<JobProgress asset={{ assetUuid: "asset" } as Asset} jobId="job" count={2} />);
  const everyMs = vi.mocked(useLive).mock.calls[0]?.[2]?.everyMs as (data: unknown) => number | false;
  expect(everyMs({ state: "running" })).toBe(400);
  expect(everyMs(undefined)).toBeGreaterThanOrEqual(2_000);
  expect(everyMs({ state: "done" })).toBe(false);
});
