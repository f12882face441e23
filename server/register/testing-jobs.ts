import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import type { UserJobView } from "@/lib/domain/user-jobs";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { turnClock } from "@/server/platform/clock";
import { inLanguage } from "@/server/platform/stored-words";
import { checkImport } from "@/server/services/user-import";
import { downloadRefused } from "@/server/services/user-job-files";
import { decideUserJob, readUserJob } from "@/server/services/user-jobs";
import { runDueUserJobs } from "./runner";
import { mortalBench } from "./testing-mortal";

export interface Wire {
  id: number;
  name: string;
  GAID: string | null;
  is_company: boolean;
  categories: number[];
}

export const byName = (a: Wire, b: Wire) => a.name.localeCompare(b.name);

/** A desk whose worker can be killed at a row of `mortal`, a category, and what a test does there with jobs. */
export function jobsBench(mortal = "user_job_rows") {
  const bench = mortalBench(mortal);
  const imported = { category: 0 };
  beforeAll(async () => {
    imported.category = (await bench.amp.post("/categories/add", { name: "Imported" })).body.id;
  });

  const usersAtAmp = async (): Promise<Wire[]> => (await bench.amp.get("/registered_users/")).body;

  const view = (jobId: string): Promise<UserJobView> =>
    readUserJob(bench.actor, jobId, { limit: 100, filters: {} });

  /** Lets the worker work until it waits, ends or needs a person. */
  const work = async (jobId: string): Promise<UserJobView> => {
    for (let round = 0; round < 30; round++) {
      await runDueUserJobs();
      const job = await view(jobId);
      if (["ready", "paused", "done", "cancelled"].includes(job.state)) return job;
      turnClock(round * 6_000);
    }
    return view(jobId);
  };

  const importOf = async (lines: string[]): Promise<UserJobView> => {
    const text = ["name,gaid,company,categories,id", ...lines].join("\r\n");
    const { jobId } = await checkImport(bench.actor, {
      intentId: randomUUID(),
      text,
      fileName: "people.csv",
    });
    return work(jobId);
  };
  const decide = (jobId: string, decision: Parameters<typeof decideUserJob>[1]["decision"]) =>
    decideUserJob(bench.actor, { jobId, decision });

  /** The lines of the file of the refused rows. */
  const refusedOf = async (jobId: string): Promise<string[]> => {
    let text = "";
    for await (const chunk of (await downloadRefused(bench.actor, jobId)).chunks) text += chunk;
    return text.replace("\ufeff", "").trim().split("\r\n");
  };

  /** What a person who reads German is told of each row, and finds in the file. */
  const readInGerman = async (jobId: string) => {
    speech.dictionaries = { de: german };
    const rows = await inLanguage("de", () => view(jobId));
    const refused = await inLanguage("de", () => refusedOf(jobId));
    return { problems: rows.rows.rows.map(({ problem }) => problem), refused };
  };

  return { bench, imported, usersAtAmp, view, work, importOf, decide, refusedOf, readInGerman };
}
