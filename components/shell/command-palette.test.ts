import { expect, it, vi } from "vitest";
import { shellText } from "@/lib/messages/shell";
import { noteFor } from "./command-palette";

vi.mock("next/navigation", () => ({}));

it("names what could not be searched, whether something was found or not", () => {
  const answer = { state: "idle" as const, missing: ["Assets", "Categories"] };
  for (const found of [0, 3])
    expect(noteFor(answer, found, "bond")).toBe(shellText.search.missing("Assets, Categories"));
  expect(noteFor({ ...answer, missing: [] }, 0, "bond")).toBe(shellText.search.empty("bond"));
});
