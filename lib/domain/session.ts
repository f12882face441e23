/** One signed-in browser of a workspace. */
export interface SessionRow {
  id: string;
  personName: string;
  /** "Firefox on Linux" */
  device: string | null;
  /** Null where no trusted proxy tells it. */
  remoteAddress: string | null;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  /** The one that asks. */
  isOwn: boolean;
}
