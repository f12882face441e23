const OLDEST = [20, 19];

/** True when `version` ("20.19.0") is at least the oldest Node this project runs on. */
export function isNodeNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

export function refuseOldNode() {
  if (isNodeNewEnough(process.versions.node)) return;
  console.error(
    `Ampdesk needs Node ${OLDEST.join(".")} or newer; this is ${process.versions.node}. Node 24 is recommended.`,
  );
  process.exit(1);
}
