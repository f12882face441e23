/** On a GET that a page sends by itself, so that an open page alone does not keep its session alive. */
export const POLL_HEADER = "x-ampdesk-poll";
