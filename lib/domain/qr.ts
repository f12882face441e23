/** A QR code as a square of `size` modules; the dark ones as an SVG path in their units. */
export interface QrCode {
  size: number;
  path: string;
}
