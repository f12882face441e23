/** "/a/b" and "/a/b/" are the same; an empty segment elsewhere stays and matches nothing but itself. */
export function splitPath(path: string): string[] {
  return path.replace(/\/$/, "").split("/").slice(1);
}

/** The segments without percent encoding; none when it is broken. */
export function decodeSegments(segments: string[]): string[] {
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** The path as its segments are matched, for rules on what it begins with; as it stands when its encoding is broken. */
export function decodePath(path: string): string {
  const segments = path.split("/");
  return decodeSegments(segments).join("/") || path;
}

/** The values of a pattern's `{names}`, or null when the path is another one or a value does not pass. */
export function matchSegments(
  pattern: string[],
  segments: string[],
  isValue: (name: string, value: string) => boolean,
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] as string;
    if (!expected.startsWith("{")) {
      if (expected !== actual) return null;
      continue;
    }
    const name = expected.slice(1, -1);
    if (!isValue(name, actual)) return null;
    params[name] = actual;
  }
  return params;
}
