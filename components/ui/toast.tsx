"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useLazy } from "@/components/ui/use-lazy";
import { failuresText } from "@/lib/messages/failures";
import { connectToaster, listenForNotices, type Notice } from "@/lib/notify";

const loadToaster = () =>
  import("@/components/ui/toaster").then(
    (loaded) => loaded.Toaster,
    () => PlainNotices,
  );

/** Stands once in the shell. The toasts themselves (sonner) are fetched with the first notice. */
export function ToastHost() {
  const [Toaster, request] = useLazy(loadToaster);
  useEffect(() => listenForNotices(request), [request]);
  return Toaster ? <Toaster /> : null;
}

/** The notices' words, where the toasts could not be fetched: what they tell is often that nothing can be reached. */
function PlainNotices() {
  const [notices, setNotices] = useState<Notice[]>([]);
  useEffect(() => connectToaster((notice) => setNotices((before) => withNewest(before, notice))), []);
  if (notices.length === 0) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-50 ms-auto grid max-w-sm gap-2">
      {notices.map(({ tone, title, description }) => (
        <Alert key={title} tone={tone} title={title}>
          {description}
        </Alert>
      ))}
      <Button onClick={() => setNotices([])}>{failuresText.close}</Button>
    </div>
  );
}

const withNewest = (before: Notice[], notice: Notice): Notice[] => [
  ...before.filter(({ title }) => title !== notice.title),
  notice,
];
