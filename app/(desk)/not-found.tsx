import { NotFoundNotice } from "@/components/shell/not-found-notice";

/** Inside the frame: navigation stays, and the frame's own landmark is the only one. */
export default function DeskNotFound() {
  return <NotFoundNotice />;
}
