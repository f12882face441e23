import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Batch, type BatchRowState, countStates, nextOf } from "@/lib/domain/assignment-batch";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { BatchStanding } from "./batch-standing";

const { page: text } = assignmentBatchesText;

function shown(states: BatchRowState[], part: Partial<Batch> = {}, isRunning = false): string {
  const rows = states.map((state, index) => ({
    ...{ position: index + 1, state, original: null, isRestoring: false, equalBefore: [], askedAt: null },
    ...{ assignmentId: null, problem: state === "refused" ? "AMP said no." : null },
    wanted: { registeredUser: 7, userName: "Ada", amountSats: 5n, isReady: false, vestsAt: null },
  }));
  const batch: Batch = {
    ...{ id: "a", assetUuid: "b", kind: "create", personName: "issuer", rows },
    ...{ createdAt: new Date(0), closedAt: null },
    ...part,
  };
  return renderToStaticMarkup(
    <BatchStanding batch={batch} counts={countStates(rows)} next={nextOf(rows)} isRunning={isRunning} />,
  );
}

describe("how a batch stands", () => {
  it("says that it stopped half-way, and nothing while it runs", () => {
    expect(shown(["created", "waiting"])).toContain(text.open);
    expect(shown(["created", "waiting"], {}, true)).toBe("");
  });

  it("says why it waits while an answer is looked for", () => {
    expect(shown(["created", "sending"], {}, true)).toContain(text.looking);
  });

  it("names what was made and what was refused", () => {
    expect(shown(["created", "created", "dropped"])).toContain(text.doneText(2));
    expect(shown(["created", "refused"])).toContain(text.partlyText(1, 1));
  });

  it("says of a refused change that the assignment is as it was, and why", () => {
    const html = shown(["refused"], { kind: "edit" });
    expect(html).toContain(text.unchanged);
    expect(html).toContain("AMP said no.");
  });
});
