// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { draw, fieldOf, type } from "@/components/testing-dom";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { issueText } from "@/lib/messages/issue";
import { ReviewStep } from "./issue-review";
import { newDraft } from "./kept-draft";

const label = issueText.review.typeName("Fund");
const onNamed = vi.fn();
const review = (draft: IssueDraft) => (
  <ReviewStep draft={draft} hasNodesKey={false} errors={{}} onNamed={onNamed} />
);

it("asks for the name again once the draft is another one, or the review was left", async () => {
  const draft = { ...newDraft().draft, name: "Fund", amount: "1", destinationAddress: "first" };
  const show = await draw(review(draft));
  const typeName = async () => {
    await type(label, "Fund");
    expect(onNamed).toHaveBeenLastCalledWith(true);
  };
  await typeName();
  await show(review({ ...draft, destinationAddress: "second" }));
  expect(onNamed).toHaveBeenLastCalledWith(false);
  expect(fieldOf(label).value).toBe("");
  await typeName();
  await show(null);
  expect(onNamed).toHaveBeenLastCalledWith(false);
});
