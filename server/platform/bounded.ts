/** Keeps one more; what is full begins anew, for whatever it held can be found out again. */
export function holdIn<K, V>(held: Map<K, V>, most: number, key: K, value: V): void {
  if (held.size >= most && !held.has(key)) held.clear();
  held.set(key, value);
}
