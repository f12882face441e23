import { execFileSync } from "node:child_process";
import { median } from "./quantiles.mjs";

/** Resident megabytes of a process. */
const residentMb = (pid) => Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`])) / 1024;

/**
 * The register as CSV, whole.
 * @returns seconds, rows, megabytes of the file, and the desk's memory before it and at its peak
 */
export async function exportUsers(desk, cookie, pid) {
  const before = residentMb(pid);
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, residentMb(pid));
  }, 100);
  const began = performance.now();
  const answer = await fetch(`${desk}/api/export/users?format=csv`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`The export answered ${answer.status}.`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  clearInterval(look);
  return { seconds: (performance.now() - began) / 1000, lines, mb: bytes / 1e6, before, peak };
}

const SLOW_AMP_MS = 50;
const CALLS = 40;
/** Go before those: Node compiles what has run some hundred times, on both sides. */
const WARM_CALLS = 160;

/**
 * A page's data through the desk, and the same answer of AMP fetched bare, turn by turn, while AMP takes 50 ms for every
 * call.
 * @param pairs `{ title, desk, path, calls, warm }`: a path of the desk's API, the one of AMP's behind it, how often
 */
export async function dataAgainstAmp(deskUrl, cookie, amp, pairs) {
  const fault = await amp.ask("/control/faults", {
    body: {
      surface: "amp",
      target: "*",
      kind: "latency",
      ms: SLOW_AMP_MS,
      remaining: null,
      skip: 0,
      probability: 1,
    },
  });
  try {
    const rows = [];
    for (const { title, desk, path, calls = CALLS, warm = WARM_CALLS } of pairs) {
      const [through, bare] = [[], []];
      for (let call = 0; call < warm + calls; call += 1) {
        const [one, other] = [
          await timed(deskUrl + desk, { cookie }),
          await timed(`${amp.url}/api${path}`, amp.headers),
        ];
        if (call < warm) continue;
        through.push(one);
        bare.push(other);
      }
      rows.push({ title, deskMs: median(through), ampMs: median(bare) });
    }
    return rows;
  } finally {
    await amp.ask("/control/faults", { method: "DELETE", body: { id: fault.id } });
  }
}

/** Milliseconds until an answer is there, unpacked; what is no JSON is no answer. */
async function timed(url, headers) {
  const began = performance.now();
  const answer = await fetch(url, { headers });
  const bytes = await answer.arrayBuffer();
  const ms = performance.now() - began;
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  JSON.parse(Buffer.from(bytes).toString());
  return ms;
}
