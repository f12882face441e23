import decodeQr from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { drawQr } from "./draw-qr";

const SCALE = 4;

/** The picture as a camera would see it: dark on white, RGBA. */
function pictureOf({ size, path }: ReturnType<typeof drawQr>) {
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < SCALE; dy++)
      for (let dx = 0; dx < SCALE; dx++)
        data.fill(0, ...spanOf((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx));
  return { width, height: width, data };
}
const spanOf = (pixel: number): [number, number] => [pixel * 4, pixel * 4 + 3];

describe("a QR code", () => {
  it.each([
    "tlq1qqf8er278e6nyvuwtgf39e6ewvdcnjupn9a86rzpx655y5lhkt0walu3djf9cklkxd3ryld97hu8h3xepw7sh2rlu7q45dcew5",
    "ert1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
  ])("is read as what was drawn: %s", (address) => {
    expect(decodeQr(pictureOf(drawQr(address)))).toBe(address);
  });

  it("keeps a quiet zone around itself", () => {
    const { size, path } = drawQr("quiet");
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
  });
});
