const BROWSERS: readonly [RegExp, string][] = [
  // Those that call themselves something else as well come first.
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/\bcurl\//, "curl"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * A `User-Agent` in short, for people: "Firefox on Linux". No version and nothing the caller typed, so that it may be
 * stored and shown as it is.
 * @returns null when neither browser nor system is known
 */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const find = (known: readonly [RegExp, string][]) =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? null;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * Who called, as far as it can be trusted: what the outermost of `trustedProxies` proxies wrote into X-Forwarded-For.
 * Without such a proxy the header is whatever the caller sent, so nothing is known.
 */
export function remoteAddressOf(forwardedFor: string | null, trustedProxies: number): string | null {
  if (trustedProxies < 1 || forwardedFor === null) return null;
  const address = forwardedFor.split(",").at(-trustedProxies)?.trim().replace(MAPPED, "");
  return address && ADDRESS.test(address) ? address.toLowerCase() : null;
}
