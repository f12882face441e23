// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { draw, fieldOf, press, type } from "@/components/testing-dom";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ownershipText } from "@/lib/messages/ownership";
import { MomentBar } from "./moment-bar";

const router = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const { moment: text } = ownershipText;
const bar = (at: string) => (
  <MomentBar state={parseListState(at ? { at } : {}, assetLists.ownership("a"))} assetUuid="a" />
);

it("keeps the focus in the field while the page follows, and shows the address's moment in it otherwise", async () => {
  const show = await draw(bar(""));
  const field = fieldOf(text.field);
  await type(text.field, "120");
  await show(bar("120"));
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe("120");
  await press(text.show);
  await show(bar(""));
  expect(field.value).toBe("");
});
