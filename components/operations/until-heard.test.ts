import { expect, it } from "vitest";
import type { ErrorCode, ErrorView, Result } from "@/lib/errors";
import { untilHeard } from "./until-heard";

const refused = (code: ErrorCode, retryable = false): Result<string> => ({
  ok: false,
  error: { code, retryable } as ErrorView,
});

it("asks for the very same approval until somebody hears what became of it", async () => {
  const asked: string[] = [];
  const answers: (Result<string> | Error)[] = [
    new Error("the line went down"),
    refused("UNAVAILABLE"),
    refused("INTERNAL"),
    refused("CONFLICT"),
    { ok: true, data: "operation" },
    refused("UNAVAILABLE", true), // certainly not done
    refused("REJECTED"),
  ];
  const ask = untilHeard(async (approval: string) => {
    asked.push(approval);
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error)
      throw answer ?? new Error("Nothing more was to be asked.");
    return answer;
  });
  await expect(ask("first")).rejects.toThrow("the line went down");
  for (const approval of ["second", "third", "fourth", "fifth", "sixth", "seventh"]) await ask(approval);
  expect(asked).toEqual(["first", "first", "first", "first", "fifth", "sixth", "seventh"]);
  expect(answers).toEqual([]);
});
