import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";

/** What AMP, the node and the registry of the sandbox were asked. */
export const sandboxCallsText = catalogue("sandboxCallsText", {
  title: "Call log",
  caption: "Calls, newest first",
  search: "Part of the path",
  filters: { surface: "Interface", status: "Status", method: "Method", methodExample: "GET or sendmany" },
  statuses: {
    "2xx": "2xx, done",
    "3xx": "3xx, elsewhere",
    "4xx": "4xx, refused",
    "5xx": "5xx, failed",
    "0": "no answer",
  },
  columns: {
    at: "Time",
    call: "Call",
    status: "Status",
    duration: "Took",
    size: "Size",
    account: "Account",
    fault: "Fault",
    requestId: "Request",
  },
  noAnswer: "no answer",
  ms: (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString("en")} ms`,
  bytes: (bytes: number) => `${groupDigits(String(bytes))} B`,
  fault: (id: number, kind: string) => `#${id} ${kind}`,
  effect: (status: number) => `but came to ${status}`,
  requestIdLabel: "request id",
  empty: {
    title: "Nobody has called yet",
    text: "Each call of AMP's API, the node and the registry leaves one line here.",
    filtered: "No call matches the filters.",
    lastPage: "There is nothing older.",
  },
  docs: {
    title: "Descriptions of the APIs",
    description: "OpenAPI 3.1, to read and to try out, served by the sandbox itself.",
    amp: "AMP's API",
    control: "Control API",
    newTab: "opens in a new tab",
  },
});
