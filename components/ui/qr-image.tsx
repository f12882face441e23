/** A QR code; always dark on white, because readers expect it so in any theme. */
export function QrImage({
  code: { size, path },
  label,
}: {
  code: { size: number; path: string };
  label: string;
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-40 rounded-sm bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
