export interface Notice {
  tone: "ok" | "info" | "danger";
  title: string;
  description?: string;
  /** Where to look: a link below the words. */
  action?: { label: string; href: string };
}

type Show = (notice: Notice) => void;

const waiting: Notice[] = [];
let show: Show | undefined;
let load: (() => void) | undefined;

/**
 * Tells the person that something is done. What went wrong in a form belongs beside the form, in an alert that
 * stays; a toast disappears.
 */
export function notify(notice: Notice): void {
  if (show) {
    show(notice);
    return;
  }
  waiting.push(notice);
  load?.();
}

/** The host says how the toaster is fetched. @returns how to stop listening */
export function listenForNotices(loader: () => unknown): () => void {
  load = () => void loader();
  if (waiting.length > 0) load();
  return () => {
    load = undefined;
  };
}

/** The toaster is on the page: hands over what waited. @returns how to withdraw it */
export function connectToaster(toaster: Show): () => void {
  show = toaster;
  for (const notice of waiting.splice(0)) toaster(notice);
  return () => {
    show = undefined;
  };
}
