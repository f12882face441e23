import { describe, expect, it } from "vitest";
import { compareProof, type ProofFault, playedSite, proofText, proofUrl } from "./domain-proof";

const DOMAIN = "issuer.example";
const ASSET = "ab".repeat(32);
const wanted = proofText(DOMAIN, ASSET);
const bytes = (text: string) => new TextEncoder().encode(text);
const compare = (text: string | Uint8Array) =>
  compareProof(typeof text === "string" ? bytes(text) : text, DOMAIN, ASSET);

describe("the file of a domain", () => {
  it("stands where the registry looks, with a hyphen", () => {
    expect(proofUrl(DOMAIN, ASSET)).toBe(
      `https://issuer.example/.well-known/liquid-asset-proof-${"ab".repeat(32)}`,
    );
  });

  it("is accepted with the exact text, and with white space behind it", () => {
    expect(compare(wanted)).toEqual({ fault: null, hasTrailingSpace: false, difference: null });
    expect(compare(`${wanted}\r\n \n`)).toEqual({ fault: null, hasTrailingSpace: true, difference: null });
  });

  it.each<[string, string | Uint8Array, ProofFault, number]>([
    ["nothing", " \n", "empty", 0],
    ["a byte order mark", `\ufeff${wanted}`, "bom", 0],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x41, 0]), "utf-16", 0],
    ["a space before the text", ` ${wanted}`, "leading-space", 0],
    ["a web page", `<!doctype html><p>${wanted}</p>`, "html", 0],
    [
      "a break within the text",
      wanted.replace(" to the", "\nto the"),
      "line-break",
      wanted.indexOf(" to the"),
    ],
    ["another case", wanted.replace("Authorize", "authorize"), "letter-case", 0],
    ["more than the text", `${wanted}; thanks`, "surrounded", wanted.length],
    ["a byte order mark at the end", `${wanted}\ufeff`, "surrounded", wanted.length],
    ["another asset", proofText(DOMAIN, "cd".repeat(32)), "other-asset", wanted.length - 64],
    ["another domain", proofText("other.example", ASSET), "other-domain", 34],
    ["something else", "Authorize nothing", "content", 10],
  ])("is refused with %s, and says from which byte on", (_, text, fault, offset) => {
    const { difference, ...rest } = compare(text);
    expect(rest.fault).toBe(fault);
    expect(difference?.offset).toBe(offset);
  });

  it("shows the bytes, printable or not", () => {
    expect(compare(`\ufeff${wanted}`).difference).toEqual({
      offset: 0,
      expected: { hex: "41 75 74 68 6f 72 69 7a 65 20 6c 69", text: "Authorize li" },
      found: { hex: "ef bb bf 41 75 74 68 6f 72 69 7a 65", text: "···Authorize" },
    });
  });
});

describe("a site that the sandbox plays", () => {
  it("is trusted where the operator chose its host, and not where the domain does", () => {
    expect(playedSite("http://127.0.0.1:4000/sites/{domain}/", DOMAIN)).toEqual({
      url: "http://127.0.0.1:4000/sites/issuer.example",
      isTrusted: true,
    });
    for (const template of ["https://{domain}", "http://{domain}.sites.example/x"])
      expect(playedSite(template, DOMAIN).isTrusted).toBe(false);
  });
});
