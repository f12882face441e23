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
    ...{ createdAt: new Date(0), closedAt: null, isCarried: isRunning, problem: null },
    ...part,
  };
  return renderToStaticMarkup(<BatchStanding batch={batch} counts={countStates(rows)} next={nextOf(rows)} />);
}

/** As it stands in HTML. */
const plain = (words: string) => words.replaceAll("'", "&#x27;");

describe("how a batch stands", () => {
  it("says that it stopped half-way, and nothing while it runs", () => {
    expect(shown(["created", "waiting"])).toContain(text.open);
    expect(shown(["created", "waiting"], {}, true)).toBe("");
  });

  it("says what keeps the worker from carrying it on", () => {
    const problem = "The asset was granted no more.";
    expect(shown(["created", "waiting"], { problem })).toContain(problem);
    expect(shown(["created", "created"], { problem })).toContain(text.done);
  });

  it("says why it waits while an answer is looked for", () => {
    const html = shown(["created", "sending"], {}, true);
    for (const words of [text.looking, plain(text.lookingText)]) expect(html).toContain(words);
  });

  it("says of a change whose deletion had no answer that this is what is looked for", () => {
    const html = shown(["deleting"], { kind: "edit" }, true);
    expect(html).toContain(text.lookingForDeletion);
    expect(html).not.toContain(plain(text.lookingText));
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
