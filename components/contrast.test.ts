import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(path.resolve(import.meta.dirname, "../app/globals.css"), "utf8");

type Rgb = [red: number, green: number, blue: number];

/** OKLCH to linear sRGB, as CSS Color 4 defines it. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return channels.map((channel) => Math.min(1, Math.max(0, channel))) as Rgb;
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function tokenLuminance(name: string, theme: "light" | "dark"): number {
  if (name === "white") return 1;
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? "";
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return tokenLuminance(alias, theme);
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ?([\d.]*)\)/g)];
  const colour = colours[theme === "dark" && colours.length > 1 ? 1 : 0];
  if (!colour) throw new Error(`--${name} is no opaque colour`);
  return luminance(linearRgb(Number(colour[1]), Number(colour[2]), Number(colour[3] || 0)));
}

function contrast(one: string, other: string, theme: "light" | "dark"): number {
  const [low = 0, high = 0] = [tokenLuminance(one, theme), tokenLuminance(other, theme)].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

const tones = ["ok", "waiting", "blocked", "danger", "info"];
const surfaces = ["background", "card", "sunken", "sidebar", "popover", "muted", "accent"];

/** Text needs 4.5 : 1, the edge of a control and a shape that means something 3 : 1 (WCAG 2.2 AA). */
const text = [
  ...surfaces.flatMap((surface) => [
    ["foreground", surface],
    ["muted-foreground", surface],
  ]),
  ...tones.flatMap((tone) => [
    [tone, `${tone}-soft`],
    [tone, "card"],
    [tone, "background"],
    ["foreground", `${tone}-soft`],
    ["muted-foreground", `${tone}-soft`],
  ]),
  ["primary-foreground", "primary"],
  ["primary-foreground", "primary-hover"],
  ["link", "card"],
  ["link", "background"],
  ["white", "danger-solid"],
  ["white", "danger-solid-hover"],
  ["live-foreground", "live"],
  ["testnet", "testnet-soft"],
  ["sandbox", "sandbox-soft"],
] as [string, string][];

const shapes = [
  ["input", "card"],
  ["input", "background"],
  ["ring", "card"],
  ["ring", "background"],
  ["ring", "sidebar"],
  ["primary", "card"],
  ...[1, 2, 3, 4, 5, 6].map((index) => [`chart-${index}`, "card"]),
] as [string, string][];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(text)("reads %s on %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("shows %s against %s", (front, back) => {
    expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("measures contrast as WCAG does", () => {
  expect(luminance(linearRgb(1, 0, 0))).toBeCloseTo(1, 3);
  expect(luminance(linearRgb(0.627955, 0.257683, 29.2339))).toBeCloseTo(0.2126, 3);
});
