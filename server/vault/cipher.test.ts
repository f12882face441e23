import { describe, expect, it, vi } from "vitest";
import * as cipher from "./cipher";

vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ AMPDESK_SECRET_KEY: "11".repeat(32) }) }));

describe("the vault's cipher", () => {
  it("opens what it sealed", () => {
    expect(cipher.decryptSecret(cipher.encryptSecret("a token", "row-1"), "row-1")).toBe("a token");
  });

  it("never seals the same secret into the same text twice", () => {
    expect(cipher.encryptSecret("a token", "row-1")).not.toBe(cipher.encryptSecret("a token", "row-1"));
  });

  it("refuses a sealed text that was moved to another row", () => {
    const sealed = cipher.encryptSecret("a token", "row-1");
    expect(() => cipher.decryptSecret(sealed, "row-2")).toThrow();
  });

  it("refuses a sealed text with one changed character", () => {
    const sealed = cipher.encryptSecret("a token", "row-1");
    const [version, iv, tag, body = ""] = sealed.split(".");
    const changed = (body.startsWith("A") ? "B" : "A") + body.slice(1);
    expect(() => cipher.decryptSecret([version, iv, tag, changed].join("."), "row-1")).toThrow();
  });
});
