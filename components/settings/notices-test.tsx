"use client";

import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import type { NoticeChannel } from "@/lib/domain/notices";
import { noticesText } from "@/lib/messages/notices";
import { notify } from "@/lib/notify";
import { sendTestAction } from "@/server/actions/notices";

const { test: text, channels } = noticesText;

/** Sends a test now; how it went is said at once and stands in the log below. */
export function NoticesTest({ channel }: { channel: NoticeChannel }) {
  const { submit, isPending, error } = useSubmit(sendTestAction, ({ state, problem }) =>
    notify(
      state === "sent"
        ? { tone: "ok", title: text.sent, ...(problem ? { description: problem } : {}) }
        : { tone: "danger", title: text.failed, ...(problem ? { description: problem } : {}) },
    ),
  );
  return (
    <>
      {error && <p className="basis-full text-blocked text-sm">{error.message}</p>}
      <Button loading={isPending} onClick={() => submit({ channel })}>
        {text.button(channels[channel])}
      </Button>
    </>
  );
}
