/** No sandbox, because it refuses to run as root and in most containers; the rest keeps the browser off the network. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  // Some systems' own start script asks for the opposite, which a program that only pretends a GPU pays dearly.
  "--disable-gpu-rasterization",
  "--disable-gpu-compositing",
  "--disable-software-rasterizer",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
