const SYSTEMS = [
  ["android", /android/],
  ["darwin", /darwin|macos/],
  ["win32", /win32|windows/],
  ["freebsd", /freebsd/],
  ["openharmony", /openharmony/],
  ["netbsd", /netbsd/],
  ["openbsd", /openbsd/],
  ["sunos", /sunos/],
  ["aix", /aix/],
];
// The longer name stands first where one holds the other.
const PROCESSORS = [
  ["wasm32", /wasm/],
  ["arm64", /arm64|aarch64/],
  ["riscv64", /riscv64/],
  ["s390x", /s390x/],
  ["ppc64", /ppc64/],
  ["loong64", /loong64/],
  ["mips64el", /mips64el/],
  ["ia32", /ia32/],
  ["arm", /arm/],
];

/** The platform that a package's name tells: `os`, `cpu`, and on Linux `libc`. */
export function platformOf(name) {
  const first = (table, fallback) => table.find(([, pattern]) => pattern.test(name))?.[0] ?? fallback;
  const os = first(SYSTEMS, "linux");
  const libc = os === "linux" ? { libc: [/musl/.test(name) ? "musl" : "glibc"] } : {};
  return { os: [os], cpu: [first(PROCESSORS, "x64")], ...libc };
}

/**
 * Adds the optional platform packages that npm left out of a lock because the registry it asked did not hold them;
 * `npm ci` refuses a lock without them. Only exact versions can be added; a range is left to npm.
 * @returns {{ lock: object, added: string[] }}
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [key, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (key === "" || !/^\d/.test(version) || findInstalled(packages, key, name)) continue;
      const at = key.lastIndexOf("node_modules/");
      const target = `${at > 0 ? key.slice(0, at) : ""}node_modules/${name}`;
      packages[target] = { version, ...(entry.dev && { dev: true }), ...platformOf(name), optional: true };
      added.push(`${target} ${version}`);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Where Node would find `name` when asked from `key`: beside it, or further up. */
function findInstalled(packages, key, name) {
  for (let from = key; ; from = parentOf(from)) {
    const candidate = `${from && `${from}/`}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!from) return undefined;
  }
}

const parentOf = (key) => key.slice(0, Math.max(0, key.lastIndexOf("node_modules/") - 1));
