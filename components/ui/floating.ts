const GAP_PX = 6;
const EDGE_PX = 8;

/**
 * Puts a popover that is already shown below its anchor (above it where the window ends), start edges together,
 * inside the window. The top layer is not clipped by scrolling tables.
 */
export function placeBeside(
  anchor: HTMLElement,
  floating: HTMLElement,
  align: "start" | "end" = "start",
): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const rightToLeft = getComputedStyle(anchor).direction === "rtl";
  const wished = (align === "end") === rightToLeft ? at.x : at.x + at.width - width;
  const below = at.y + at.height + GAP_PX;
  const fitsBelow = below + height <= window.innerHeight - EDGE_PX;
  const x = Math.max(EDGE_PX, Math.min(wished, window.innerWidth - width - EDGE_PX));
  const y = fitsBelow ? below : Math.max(EDGE_PX, at.y - GAP_PX - height);
  floating.style.inset = "0 auto auto 0";
  floating.style.margin = "0";
  floating.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
