import { afterEach, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { turnClock } from "@/server/platform/clock";
import { guessing } from "./guesses";

afterEach(() => turnClock(0));

const wrong = new AppError("REJECTED", "wrong");
const away = new AppError("UNAVAILABLE", "away");
const isWrong = (error: unknown) => error === wrong;

let asked = 0;
const guess = (username: string, answer: AppError | "token") =>
  guessing(
    "sandbox",
    username,
    async () => {
      asked += 1;
      if (answer === "token") return answer;
      throw answer;
    },
    isWrong,
  ).catch((error: unknown) => error);

const refusals = async (username: string, tries: number) => {
  const before = asked;
  const answers = await Promise.all(Array.from({ length: tries }, () => guess(username, wrong)));
  return { asked: asked - before, refused: answers.filter((answer) => answer !== wrong).length };
};

it("asks AMP about ten wrong passwords of an account in a minute, however many come at once", async () => {
  expect(await refusals("ada", 50)).toEqual({ asked: 10, refused: 40 });
  expect(await guess("Ada", "token")).toMatchObject({ code: "UNAVAILABLE" });
  expect(await guess("ben", "token")).toBe("token");
  turnClock(61_000);
  expect(await guess("ada", "token")).toBe("token");
});

it("counts neither what was right nor what AMP did not answer", async () => {
  for (let time = 0; time < 30; time += 1) expect(await guess("cy", away)).toBe(away);
  expect(await refusals("cy", 9)).toEqual({ asked: 9, refused: 0 });
  expect(await guess("cy", "token")).toBe("token");
  expect(await refusals("cy", 11)).toEqual({ asked: 10, refused: 1 });
});
