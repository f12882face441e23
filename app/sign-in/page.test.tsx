import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { signInText } from "@/lib/messages/sign-in";

const secret = vi.hoisted(() => ({ of: null as string | null }));
vi.mock("@/server/auth/actor", () => ({ currentActor: async () => null }));
vi.mock("@/server/auth/next-auth", () => ({ readSessionSecret: async () => secret.of }));
vi.mock("@/server/platform/environments", () => ({ environments: () => [{ name: "sandbox" }] }));
vi.mock("@/components/sign-in/sign-in-form", () => ({ SignInForm: () => null }));
vi.mock("@/components/shell/language-choice", () => ({ LanguageChoice: () => null }));

const { default: SignInPage } = await import("./page");
const shown = async (next?: string) =>
  renderToStaticMarkup(
    await SignInPage({ params: Promise.resolve({}), searchParams: Promise.resolve(next ? { next } : {}) }),
  );

it("tells of an ended session only those who had one", async () => {
  secret.of = null;
  expect(await shown()).not.toContain(signInText.wanted);
  expect(await shown("/overview")).not.toMatch(new RegExp(`${signInText.wanted}|${signInText.ended}`));
  expect(await shown("/users")).toContain(signInText.wanted);
  expect(await shown("/users")).not.toContain(signInText.ended);
  secret.of = "a session that has ended";
  expect(await shown("/overview")).toContain(signInText.ended);
});
