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

it("leads to each one: two of those that go on by themselves stand alone, the rest in one alert", () => {
  const html = shown([
    ...["a", "b", "c", "d"].map((id) => batch(id)),
    batch("paused", { isCarried: false }),
    batch("waits", { problem: "AMP is away." }),
    batch("gone", { stuck: 1 }),
  ]);
  for (const id of ["a", "b", "c", "d", "paused", "waits", "gone"])
    expect(html).toContain(`href="${href(id)}"`);
  const [before = "", sum = ""] = html.split(offer.others(2, 1_802));
  for (const id of ["a", "b", "paused", "waits", "gone"]) expect(before).toContain(href(id));
  for (const [place, id] of ["c", "d"].entries()) {
    expect(before).not.toContain(href(id));
    expect(sum.split(href(id))[1]).toContain(offer.further(place + 1, 901));
  }
  expect(shown([batch("a"), batch("b")])).not.toContain("further");
});
