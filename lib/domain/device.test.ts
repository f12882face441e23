import { describe, expect, it } from "vitest";
import { deviceOf, remoteAddressOf } from "./device";

describe("a device in short", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0",
      "Edge on Windows",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36",
      "Chrome on Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1",
      "Safari on iOS",
    ],
    ["curl/8.5.0", "curl"],
    ["=HYPERLINK(1)", null],
    ["", null],
    [null, null],
  ])("%s → %s", (agent, device) => expect(deviceOf(agent)).toBe(device));
});

describe("where a request came from", () => {
  it("is not known without a proxy that is trusted, whatever the header says", () => {
    expect(remoteAddressOf("203.0.113.9", 0)).toBeNull();
  });

  it("is what the trusted proxy wrote, not what the caller put before it", () => {
    expect(remoteAddressOf("198.51.100.1, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(remoteAddressOf("198.51.100.1, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
  });

  it("is nothing that is no address, or that fewer proxies wrote than are said to stand there", () => {
    expect(remoteAddressOf("somewhere", 1)).toBeNull();
    expect(remoteAddressOf("203.0.113.9", 2)).toBeNull();
    expect(remoteAddressOf(null, 1)).toBeNull();
  });

  it("shows an IPv4 caller as such", () => {
    expect(remoteAddressOf("::ffff:203.0.113.9", 1)).toBe("203.0.113.9");
    expect(remoteAddressOf("2001:DB8::1", 1)).toBe("2001:db8::1");
  });
});
