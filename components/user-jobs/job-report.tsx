import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { Tone } from "@/components/ui/badge";
import type { UserJob } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";

const { report: text } = userJobsText;

interface Words {
  tone: Tone;
  title: string;
  text: string;
}

interface JobReportProps {
  job: Pick<UserJob, "state" | "counts" | "problem">;
  action: ReactNode;
}

/** Where a bulk change stands, what is safe, and what a person can do. */
export function JobReport({ job, action }: JobReportProps) {
  const words = wordsOf(job);
  return (
    <Alert tone={words.tone} title={words.title} action={action}>
      {job.problem ?? words.text}
    </Alert>
  );
}

function wordsOf({ state, counts }: JobReportProps["job"]): Words {
  const needed = counts.failed + counts.unknown;
  switch (state) {
    case "checking":
      return { tone: "info", title: text.checkingTitle, text: text.checking };
    case "ready":
      return counts.queued > 0
        ? { tone: "waiting", title: text.readyTitle(counts.queued), text: text.ready }
        : { tone: "neutral", title: text.nothingTitle, text: text.nothing };
    case "running":
      return { tone: "info", title: text.runningTitle, text: text.running };
    case "paused":
      return { tone: "waiting", title: text.pausedTitle, text: text.paused };
    case "done":
      return needed > 0
        ? { tone: "waiting", title: text.leftTitle(needed), text: text.left }
        : { tone: "ok", title: text.doneTitle, text: doneText(counts) };
    case "cancelling":
      return { tone: "info", title: text.cancellingTitle, text: text.cancelling };
    case "cancelled":
      return { tone: "neutral", title: text.cancelledTitle, text: text.cancelled(counts.done) };
  }
}

/** Who reads that it is done must not take it for the whole file. */
const doneText = ({ done, refused }: UserJob["counts"]): string =>
  refused > 0 ? `${text.done(done)} ${text.refused(refused)}` : text.done(done);
