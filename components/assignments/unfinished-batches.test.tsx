import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { BatchHead } from "@/lib/domain/assignment-batch";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { routes } from "@/lib/routes";
import { UnfinishedBatches } from "./unfinished-batches";

const { offer } = assignmentBatchesText;
const batch = (id: string, part: Partial<BatchHead> = {}) =>
  ({
    ...{ id, kind: "create", stuck: 0, isCarried: true, problem: null },
    counts: { waiting: 900, sending: 1 },
    ...part,
  }) as BatchHead;
const shown = (batches: BatchHead[]) =>
  renderToStaticMarkup(<UnfinishedBatches assetUuid="asset" batches={batches} />);
const href = (id: string) => routes.assignmentBatch("asset", id);

it("names two of those that go on by themselves and sums up the rest, but each one that needs somebody", () => {
  const html = shown([
    ...["a", "b", "c", "d"].map((id) => batch(id)),
    batch("paused", { isCarried: false }),
    batch("waits", { problem: "AMP is away." }),
    batch("gone", { stuck: 1 }),
  ]);
  for (const id of ["a", "b", "paused", "waits", "gone"]) expect(html).toContain(href(id));
  for (const id of ["c", "d"]) expect(html).not.toContain(href(id));
  expect(html).toContain(offer.others(2, 1_802));
  expect(shown([batch("a"), batch("b")])).not.toContain("further");
});
