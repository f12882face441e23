"use client";

import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { countQueued, type Queue } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoryMatrixText } from "@/lib/messages/category-matrix";

const { queue: text } = categoryMatrixText;
const loadReview = () => import("./review-dialog").then((module) => module.ReviewDialog);

interface QueueBarProps {
  queue: Queue;
  categories: CategoryName[];
  onClear: () => void;
}

/** What waits for review, in sight while anything does. */
export function QueueBar({ queue, categories, onClear }: QueueBarProps) {
  const isWaiting = queue.size > 0;
  return (
    <section
      aria-label={text.label}
      className={
        isWaiting
          ? "sticky bottom-0 z-20 flex flex-wrap items-center gap-2 rounded-b-lg border-border-strong border-t bg-waiting-soft px-4 py-2.5"
          : "sr-only"
      }
    >
      <p role="status" className="font-medium text-sm">
        {isWaiting && text.waiting(countQueued(queue), queue.size)}
      </p>
      {isWaiting && (
        <span className="ms-auto flex flex-wrap gap-2">
          <Button size="sm" variant="ghost" onClick={onClear}>
            {text.discard}
          </Button>
          <DialogButton
            load={loadReview}
            dialog={{ queue, categories, onDone: onClear }}
            size="sm"
            variant="primary"
          >
            {text.review}
          </DialogButton>
        </span>
      )}
    </section>
  );
}
